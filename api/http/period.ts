import * as z from 'zod'

const moment = z.iso.datetime({ offset: true }).or(z.iso.date())

/** Query of what lies between two moments; a date alone is its first moment in UTC. */
export const periodQuery = { from: moment.optional(), to: moment.optional() }

/** A moment of such a query as the database compares it, whatever the time zone of its session. */
export const inUtc = (moment: string) => new Date(moment).toISOString()
