import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../db/in-account.ts'
import { type SeenTicket, ticketSightings } from '../../db/schema/ticket-sightings.ts'
import type { ArtifactKind } from './rows.ts'

export type Sighting = { account_id: string; session_id: string; user_id: string; kind: ArtifactKind }

/** The ticket as this engineer's last preview saw it. */
export const selectSighting = (tx: Tx, { account_id, session_id, user_id, kind }: Sighting) =>
  tx
    .select({ ticket: ticketSightings.ticket })
    .from(ticketSightings)
    .where(
      and(
        eq(ticketSightings.account_id, account_id),
        eq(ticketSightings.session_id, session_id),
        eq(ticketSightings.user_id, user_id),
        eq(ticketSightings.kind, kind),
      ),
    )

export const keepSighting = (tx: Tx, sighting: Sighting, ticket: SeenTicket) => {
  const seen = { ticket, seen_at: sql`now()` as never }
  return tx
    .insert(ticketSightings)
    .values({ ...sighting, ...seen })
    .onConflictDoUpdate({
      target: [ticketSightings.account_id, ticketSightings.session_id, ticketSightings.user_id, ticketSightings.kind],
      set: seen,
    })
}
