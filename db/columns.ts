import { sql } from 'drizzle-orm'
import { customType, integer, jsonb, timestamp, uuid } from 'drizzle-orm/pg-core'

/**
 * A moment, kept to the millisecond and read as RFC 3339 in UTC (`2026-11-22T15:05:00.123Z`): what the API
 * shows is what the column holds, without a mapping in between.
 */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
})

/** A key that no table hands out: it is made before the row is sent, so that rows can refer to each other in one round trip. */
export const id = () =>
  uuid()
    .primaryKey()
    .$defaultFn(() => crypto.randomUUID())

/** The tenant. Every table that has it is under the policy of `tenant-policy.ts`. */
export const accountId = () => uuid().notNull()

export const createdAt = () => instant().notNull().default(sql`now()`)
export const updatedAt = () => instant().notNull().default(sql`now()`)

/** A JSON value of a known shape; the shape is checked where it enters (zod), not here. */
export const json = <Shape>() => jsonb().$type<Shape>()

export const count = () => integer().notNull().default(0)

/** better-auth compares moments as `Date`, so the tables that are its own keep them so. */
export const signInMoment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })
