import { expect } from 'vitest'
import type * as z from 'zod'

/** Expects a value of exactly this shape: parsing drops what a schema does not name, so nothing may have been dropped. */
export function expectShape<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const read = schema.parse(value)
  expect(value).toEqual(read)
  return read
}
