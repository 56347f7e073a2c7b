import type { ConnectWise } from '../../harness/connectwise/handle.ts'
import type { NewTicket } from '../../harness/connectwise/makers.ts'
import type { Engineer } from '../../harness/http.ts'
import type { Kind } from '../artifacts/artifacts.ts'
import { openSession } from '../sessions.ts'
import { ourNotes } from './our-notes.ts'
import { type Previewed, previewOf } from './posting.ts'

type Office = { there: ConnectWise; mara: Engineer }

/** A ticket and the session that is linked to it, with a fact and a preview that saw both. */
export type Case = Previewed & { ticket: number }

export async function openCase(
  { there, mara }: Office,
  ticket: NewTicket = {},
  kind: Kind = 'resolution-note',
): Promise<Case> {
  const made = await there.ticket({ summary: 'VPN drops after MFA prompt', ...ticket })
  const { id } = await openSession(mara, { title: 'VPN drops after MFA', ticket_ref: `${made.id}` })
  await mara.post(`/ai-sessions/${id}/facts`, { text: 'NPS01 logs reason code 22 at the moment of the drop' })
  return { ticket: made.id, id, seen: await previewOf(mara, id, kind) }
}

/** What came over the API and was no note of somebody else. */
export const notesOn = async ({ there }: Pick<Office, 'there'>, { ticket }: Pick<Case, 'ticket'>) =>
  ourNotes(await there.notesOf(ticket))

export const statusOn = async ({ there }: Pick<Office, 'there'>, { ticket }: Pick<Case, 'ticket'>) =>
  (await there.ticketOf(ticket))?.status.name
