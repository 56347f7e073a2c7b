import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Breaking, type Interference, type Trouble, troubleOf } from './faults.ts'
import { interfere } from './happenings.ts'
import { operate } from './operations.ts'
import { errorReply, htmlReply, type Reply } from './reply.ts'
import type { Call } from './requests.ts'
import type { World } from './world.ts'

/** What leaves for the client: a whole reply, half of one, a connection that breaks, or silence. */
export type Delivery = { how: 'whole' | 'half'; reply: Reply } | { how: 'drop' | 'hang' }

/** Answers a call, with the troubles that strike it. Whether the client still waits makes no difference to what is done. */
export async function exchange(world: World, call: Call): Promise<Delivery> {
  const slow = troubleOf(call.struck_by, 'slow')
  const breaking = call.struck_by.find(isBreaking)
  interfereAt('before', world, call)
  if (slow && !slow.committed) await pass(slow.ms)
  if (breaking?.kind === 'drop_before') return { how: 'drop' }
  if (breaking?.kind === 'hang_before') return { how: 'hang' }
  const instead = breaking && insteadOf(call, breaking)
  if (instead && !('committed' in breaking && breaking.committed)) return { how: 'whole', reply: instead }
  const reply = operate(world, call)
  interfereAt('after', world, call)
  if (slow?.committed) await pass(slow.ms)
  if (breaking?.kind === 'drop_after') return { how: 'drop' }
  if (breaking?.kind === 'hang_after') return { how: 'hang' }
  return { how: breaking?.kind === 'truncated' ? 'half' : 'whole', reply: instead ?? reply }
}

/** A wait that keeps no process from ending. */
const pass = (ms: number) => sleep(ms, undefined, { ref: false })

const interferences: Trouble['kind'][] = ['company_changed', 'closed_meanwhile', 'note_added', 'ticket_deleted']
const not_breaking: Trouble['kind'][] = ['slow', 'status_undone', 'note_clamped', 'note_listed_late', ...interferences]
const isBreaking = (trouble: Trouble): trouble is Breaking => !not_breaking.includes(trouble.kind)
const isInterference = (trouble: Trouble): trouble is Interference => interferences.includes(trouble.kind)

function interfereAt(moment: 'before' | 'after', world: World, call: Call) {
  const of_path = Number(call.path.match(/^\/service\/tickets\/(\d+)/)?.[1])
  for (const trouble of call.struck_by) {
    if (isInterference(trouble) && (trouble.when ?? 'before') === moment) {
      interfere(world, trouble.ticket_id ?? of_path, trouble)
    }
  }
}

/** The answer that a fault gives in place of the true one. */
function insteadOf({ url }: Call, fault: Breaking): Reply | undefined {
  switch (fault.kind) {
    case '401':
      return errorReply(401, 'Unauthorized', 'Incorrect public/private key')
    case '404':
      return errorReply(404, 'NotFound', 'The resource was not found')
    case '409':
      return errorReply(409, 'Conflict', 'The record is in use by another user.')
    case '429': {
      const { headers, ...reply } = errorReply(429, 'TooManyRequests', 'Too many requests. Please wait.')
      return { ...reply, headers: { ...headers, 'retry-after': `${fault.retry_after ?? 1}` } }
    }
    case '500':
      return errorReply(500, 'InternalServerError', 'The service was not able to process your request.')
    case '502':
      return htmlReply(502, 'Bad Gateway')
    case 'not_json':
      return htmlReply(200, 'We are down for maintenance')
    case 'redirect':
      return { status: fault.status ?? 302, headers: { location: new URL(fault.to, url).href } }
    default:
      return undefined
  }
}

/** Sends what is to be delivered; the client's own leaving is no error. */
export function deliver(response: ServerResponse, delivery: Delivery, accept = '') {
  if (delivery.how === 'drop') response.destroy()
  if (!('reply' in delivery)) return
  const { status, headers, body, html } = delivery.reply
  const text = html ?? (body === undefined ? '' : JSON.stringify(body))
  const version = accept.match(/version=([\d.]+)/)?.[1] ?? '2026.4'
  const type = html ? 'text/html; charset=utf-8' : `application/vnd.connectwise.com+json; version=${version}`
  const content = text === '' ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(text) }
  response.writeHead(status, { ...content, ...headers })
  if (delivery.how === 'whole') return void response.end(text)
  // What is said arrives before the break does.
  response.write(text.slice(0, text.length / 2), () => setTimeout(() => response.destroy(), 5))
}
