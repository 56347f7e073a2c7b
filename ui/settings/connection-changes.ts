import type { Connection } from '../tickets/ticket-system.ts'

/** The parts of a connection that are shown again as they were typed. */
export type Place = { site: string; company_id: string; public_key: string }
export type Keys = { private_key?: string; client_id?: string }

/** Whether the kept keys go where they went before; elsewhere they have to be entered again. */
export function isSamePlace(saved: Connection, { site, company_id, public_key }: Place): boolean {
  return (
    saved.provider === 'connectwise' &&
    saved.site === asSite(site) &&
    saved.company_id === company_id &&
    saved.public_key === public_key
  )
}

/** What saving changes, a sentence each; none where nothing does. */
export function changesOf(saved: Connection, place: Place, keys: Keys): string[] {
  const site = asSite(place.site)
  if (saved.provider !== 'connectwise') {
    return [
      `Tickets come from ConnectWise${site && ` at ${site}`} instead of the built-in board.`,
      'Sessions keep the number of their ticket, and ConnectWise is asked for it from then on.',
    ]
  }
  const changes: string[] = []
  if (saved.site !== site) {
    changes.push(
      `ConnectWise is asked at ${site || '…'} instead of ${saved.site}, and the picked statuses are forgotten.`,
    )
  }
  if (saved.company_id !== place.company_id) changes.push('Another company’s ConnectWise is asked.')
  if (saved.public_key !== place.public_key) changes.push('The public key is replaced.')
  if (keys.private_key) changes.push('The private key is replaced.')
  if (keys.client_id) changes.push('The client id is replaced.')
  return changes
}

const asSite = (site: string) => site.trim().toLowerCase()
