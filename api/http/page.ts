import * as z from 'zod'
import { Failure } from '../errors.ts'

/** A list's answer: its items and where the next page begins, null at the end. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() })

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
}

/** Where a page ended: at a moment, the id deciding between rows of the same one. */
export type Position = { at: string; id: string }

const position = z.tuple([z.iso.datetime(), z.uuid()])

/** The next page's rows begin after this position. Throws `invalid` for what is no cursor of ours. */
export function readCursor(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined
  try {
    const [at, id] = position.parse(JSON.parse(atob(cursor)))
    return { at, id }
  } catch {
    throw new Failure('invalid', 'cursor: is not one that this list gave.', {
      errors: [{ path: 'cursor', message: 'is not one that this list gave' }],
    })
  }
}

/** Turns `limit + 1` rows into a page of `limit`: the one too many says that there are more. */
export function toPage<Row>(
  rows: Row[],
  limit: number,
  positionOf: (row: Row) => Position,
): { items: Row[]; next_cursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  if (rows.length <= limit || last === undefined) return { items, next_cursor: null }
  const { at, id } = positionOf(last)
  return { items, next_cursor: btoa(JSON.stringify([at, id])) }
}
