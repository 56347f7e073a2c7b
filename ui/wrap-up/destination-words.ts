import type { ArtifactKind } from './artifacts.ts'
import { artifacts } from './artifacts.ts'

type Place = { kind: ArtifactKind; ticket: string | undefined; company: string | null }

/** What the button does, and where. */
export function actWords({ kind, ticket, company }: Place): string {
  if (ticket === undefined) return `${artifacts[kind].act} here only`
  return company ? `Post to ${ticket} · ${company}` : `Post to ${ticket}`
}

/** Who will read it. `discussion` is undefined where it is not known whether the note goes there, too. */
export function readerWords({ kind, ticket }: Place, discussion: boolean | undefined): string {
  if (ticket === undefined) return 'No ticket is linked: nothing is posted.'
  if (kind === 'escalation_package') return 'Internal: no customer reads it.'
  if (discussion === undefined)
    return 'Resolution tab, and the discussion where the settings say so: the customer may read it.'
  return `Resolution tab${discussion ? ' and the discussion' : ''}: the customer may read it.`
}
