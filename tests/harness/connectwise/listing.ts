import { parseConditions } from './conditions.ts'
import { onlyFields, valueAt } from './fields.ts'
import { type Reply, refuse } from './reply.ts'
import type { Call } from './requests.ts'

const default_page_size = 25
const largest_page_size = 1000
const not_simulated = ['childConditions', 'customFieldConditions', 'pageId', 'managedIdentifier']

/** One record, with the `fields` that were asked for. */
export function one(call: Call, record: object, status = 200): Reply {
  return { status, body: call.query.fields ? onlyFields(record, call.query.fields) : record }
}

/** A page of the records for which the `conditions` hold, in the order of `orderBy`, with links to the other pages. */
export function list(call: Call, records: readonly object[]): Reply {
  for (const name of not_simulated) {
    if (name in call.query) throw refuse(400, 'InvalidRequest', `The simulator does not know ${name}`)
  }
  const { conditions, orderBy, fields } = call.query
  const found = sorted(conditions ? fitting(records, conditions) : records, orderBy)
  const page = wholeNumber(call, 'page', 1)
  const size = wholeNumber(call, 'pageSize', default_page_size)
  // What ConnectWise does with more is not written down; a client that asks for it is wrong about what it gets.
  if (size > largest_page_size) throw refuse(400, 'InvalidRequest', `pageSize is ${largest_page_size} at most`)
  const shown = found.slice((page - 1) * size, page * size)
  const link = links(call, page, Math.ceil(found.length / size))
  return {
    status: 200,
    headers: link === '' ? {} : { link },
    body: fields ? shown.map((record) => onlyFields(record, fields)) : shown,
  }
}

function fitting(records: readonly object[], text: string) {
  const { fields, holds } = parseConditions(text)
  for (const field of fields) checkField(records, field)
  return records.filter(holds)
}

/** `status/name desc, id`. */
function sorted(records: readonly object[], order_by: string | undefined) {
  const keys = (order_by ?? 'id').split(',').map((key) => key.trim().split(/\s+/))
  for (const [field = '', direction = 'asc', ...rest] of keys) {
    checkField(records, field)
    if (!/^(asc|desc)$/i.test(direction) || rest.length > 0) {
      throw refuse(400, 'InvalidRequest', `orderBy cannot be read: ${order_by}`)
    }
  }
  return records.toSorted((one, other) => {
    for (const [field = '', direction = 'asc'] of keys) {
      const difference = compare(valueAt(one, field), valueAt(other, field))
      if (difference !== 0) return direction.toLowerCase() === 'desc' ? -difference : difference
    }
    return 0
  })
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return String(one ?? '').localeCompare(String(other ?? ''))
}

/** A field that no record has is a mistake of whoever asks. */
function checkField(records: readonly object[], field: string) {
  if (records.length === 0 || records.some((record) => valueAt(record, field) !== undefined)) return
  throw refuse(400, 'InvalidRequest', `There is no field “${field}”`)
}

function wholeNumber(call: Call, name: string, otherwise: number): number {
  const text = call.query[name]
  if (text === undefined) return otherwise
  if (!/^[1-9]\d*$/.test(text)) throw refuse(400, 'InvalidRequest', `${name} is no number from 1`)
  return Number(text)
}

function links(call: Call, page: number, last: number): string {
  const to = (number: number, rel: string) => {
    const url = new URL(call.url)
    url.searchParams.set('page', `${number}`)
    return `<${url}>; rel="${rel}"`
  }
  const back = page > 1 ? [to(page - 1, 'prev'), to(1, 'first')] : []
  const on = page < last ? [to(page + 1, 'next'), to(last, 'last')] : []
  return [...on, ...back].join(', ')
}
