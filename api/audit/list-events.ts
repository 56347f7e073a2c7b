import type * as z from 'zod'
import type { AccountAccess } from '../auth/account-access.ts'
import { readCursor, toPage } from '../http/page.ts'
import { selectEvents } from './rows.ts'
import type { eventQuery } from './schemas.ts'

/** A page of what was done in the account, newest first. */
export async function listEvents(
  { account_id, batch }: AccountAccess,
  { limit, cursor, ...filter }: z.infer<typeof eventQuery>,
) {
  const [rows] = await batch((tx) => [selectEvents(tx, account_id, filter, readCursor(cursor), limit + 1)])
  const { items, next_cursor } = toPage(rows, limit, ({ created_at, id }) => ({ at: created_at, id }))
  return {
    items: items.map(({ user_id, user_name, ...event }) => ({
      ...event,
      user: user_id === null ? null : { id: user_id, name: user_name },
    })),
    next_cursor,
  }
}
