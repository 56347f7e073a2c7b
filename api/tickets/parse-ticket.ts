import * as z from 'zod'
import type { Ai } from '../ai/ai.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import { redact } from '../redaction/redact.ts'
import { excerptOf, lineOf } from './excerpts.ts'
import { distinct, longest_problem, readPlainly } from './plain-reading.ts'
import type { ParsedTicket } from './schemas.ts'
import { ticketParsePrompt } from './ticket-parse-prompt.ts'

/** Somebody waits in front of the form: a model that takes longer is not waited for. */
const patience_ms = 10_000

/**
 * What a pasted ticket says: each value stands in the text word for word, without its secrets; what does not stand there
 * is null or missing. Without a model, or with one that is no help, what the text's form alone says. Nothing is kept.
 */
export async function parseTicket(ai: Ai, account: AccountAccess, pasted: string): Promise<ParsedTicket> {
  // That the sign-in still holds, before the account pays for a call.
  await account.batch(() => [])
  const { text } = redact(pasted)
  const plain = readPlainly(text)
  const reply = await ai
    .complete({
      purpose: 'ticket_parse',
      account_id: account.account_id,
      prompt: { sections: [ticketParsePrompt], ask: [fenced(text)] },
      max_tokens: 2000,
      signal: AbortSignal.timeout(patience_ms),
    })
    .catch(() => null)
  const read = reply && reply.stop_reason !== 'refusal' ? readReply(reply.text) : undefined
  return read ? joined(plain, onlyWhatStandsIn(text, read)) : plain
}

const fenced = (text: string) => `<ticket_text>\n${JSON.stringify(text).replaceAll('<', '\\u003c')}\n</ticket_text>`

const value = z.string().nullish().catch(null)
const list = z.array(z.string().catch('')).max(100).catch([])
const reading = z.object({
  title: value,
  problem: value,
  company: value,
  contact: value,
  asset: value,
  urgency: value,
  error_codes: list,
  steps_tried: list,
})
type Reading = z.infer<typeof reading>

function readReply(reply: string): Reading | undefined {
  const json = reply.slice(reply.indexOf('{'), reply.lastIndexOf('}') + 1)
  try {
    return reading.parse(JSON.parse(json))
  } catch {
    return undefined
  }
}

function onlyWhatStandsIn(text: string, read: Reading): ParsedTicket {
  const line = (said: string | null | undefined, most: number) =>
    said && said.length <= most ? lineOf(said, text) : null
  const lines = (said: string[], most: number) => said.flatMap((each) => line(each, most) ?? [])
  return {
    title: line(read.title, 200),
    problem: read.problem && read.problem.length <= longest_problem ? passagesOf(read.problem, text) : null,
    company: line(read.company, 200),
    contact: line(read.contact, 200),
    asset: line(read.asset, 200),
    urgency: line(read.urgency, 200),
    error_codes: lines(read.error_codes, 100),
    steps_tried: lines(read.steps_tried, 500),
  }
}

/** The whole of it where it stands there so, else those of its sentences that do. */
function passagesOf(said: string, text: string): string | null {
  const whole = excerptOf(said, text)
  if (whole !== null) return whole
  const sentences = said.split(/\n+|(?<=[.!?])\s+/).flatMap((sentence) => lineOf(sentence, text) ?? [])
  return sentences.length > 0 ? sentences.join(' ') : null
}

/** The model's reading, and where it is silent what the text's form says. */
function joined(plain: ParsedTicket, read: ParsedTicket): ParsedTicket {
  return {
    title: read.title ?? plain.title,
    problem: read.problem ?? plain.problem,
    company: read.company ?? plain.company,
    contact: read.contact ?? plain.contact,
    asset: read.asset ?? plain.asset,
    urgency: read.urgency ?? plain.urgency,
    error_codes: distinct([...plain.error_codes, ...read.error_codes]),
    steps_tried: distinct([...plain.steps_tried, ...read.steps_tried]),
  }
}
