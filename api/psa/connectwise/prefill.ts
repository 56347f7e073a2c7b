import { type PrefillValue, PsaFailure } from '../provider.ts'
import type { Connection } from './connection.ts'
import { createdSchema, deviceSchema, ticket_fields, ticketSchema } from './records.ts'
import { ticketQuestion } from './ticket-question.ts'

const most_devices = 10

/** Company, contact and devices of a ticket, by the keys `company_name`, `contact_name`, `contact_email`, `device_name`. */
export async function prefill(connection: Connection, ref: string): Promise<PrefillValue[]> {
  const question = ticketQuestion(ref)
  const [ticket, devices] = await Promise.all([
    connection.get({ ...question, fields: ticket_fields }, ticketSchema),
    deviceNames(connection, question),
  ])
  const from = (part: string, key: string, value: string | null | undefined) =>
    value ? [{ key, value, origin_ref: `${question.what}, ${part}` }] : []
  return [
    ...from('company', 'company_name', ticket.company?.name),
    ...from('contact', 'contact_name', ticket.contactName),
    ...from('contact', 'contact_email', ticket.contactEmailAddress),
    ...devices.flatMap((name) => from('configurations', 'device_name', name)),
  ]
}

type Question = ReturnType<typeof ticketQuestion>

/** A ticket's list of its configurations names only their ids. Whoever may not read them gets none. */
async function deviceNames(connection: Connection, { path, what }: Question): Promise<(string | null)[]> {
  try {
    const attached = await connection.list({ path: `${path}/configurations`, fields: 'id', what }, createdSchema)
    const ids = attached.slice(0, most_devices).map(({ id }) => id)
    if (ids.length === 0) return []
    const query = { conditions: `id in (${ids.join(',')})` }
    const question = { path: '/company/configurations', fields: 'id,name', query, what: 'configurations' }
    const devices = await connection.list(question, deviceSchema)
    return devices.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  } catch (failure) {
    if (failure instanceof PsaFailure) return []
    throw failure
  }
}
