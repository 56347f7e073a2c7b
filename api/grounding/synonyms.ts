import { stemOf } from './stemming.ts'

/** Words that the trade uses for one another, a group a line: which of them a fact has makes no other thing of it. */
const groups = `
  lose drop disconnect
  remove delete clear purge erase
  restart reboot
  install deploy
  create add
  change modify alter edit adjust update upgrade patch
  replace swap exchange
  enable activate
  disable deactivate
  begin start
  end finish complete
  show display
  log record
  say state report
  refuse reject deny decline
  error failure fail
  sign signin login logon log-on
  mail email e-mail
  computer pc machine device
  laptop notebook
  phone mobile handset smartphone
  printer mfp copier
  folder directory
  drive disk volume
  office site location
  home remote
  person people user colleague
  full exhausted
  slow delayed
  sync synchronise synchronize synchronisation
  expire lapse
  restore recover
  attempt try tried
  connect connection connectivity
  approve approval
  vpn tunnel
  fine ok okay
  löschen entfernen
  neustarten neu
  ändern anpassen
  ersetzen tauschen austauschen
  rechner pc gerät computer
  drucken druck drucker
  melden anzeigen zeigen
  ablehnen verweigern
  ordner verzeichnis
  verlieren abbrechen trennen`

/** The first word of the group that a stem is of; a stem that is of none is its own. */
const meant = new Map(
  groups
    .trim()
    .split('\n')
    .flatMap((line) => {
      const stems = line.trim().split(/\s+/u).map(stemOf)
      return stems.map((stem) => [stem, stems[0] ?? stem] as const)
    }),
)

export const meaningOf = (stem: string): string => meant.get(stem) ?? stem
