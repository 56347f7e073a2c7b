import type * as z from 'zod'
import { redact } from '../../redaction/redact.ts'
import { cleanText } from '../../text/clean-text.ts'
import type { OutboundAnswer } from '../outbound/exchange.ts'
import { PsaFailure } from '../provider.ts'

/** What an answer means that is no success. `what` was asked for, such as “ticket 4711”. */
export function asFailure(answer: OutboundAnswer, what: string): PsaFailure {
  const { status } = answer
  switch (status) {
    case 401:
      return new PsaFailure('keys_refused', 'ConnectWise refused the keys.', false)
    case 403:
      return new PsaFailure('keys_refused', `ConnectWise refused ${what}: the keys lack a right.`, false)
    case 404:
      return new PsaFailure('not_found', `ConnectWise has no ${what}.`, false)
    case 409:
      return new PsaFailure('in_use', `Somebody else holds ${what} in ConnectWise right now.`, false)
    case 429:
      return rateLimited(answer)
  }
  if (status >= 400 && status < 500 && status !== 408) {
    return new PsaFailure('not_accepted', `ConnectWise did not accept this for ${what}: ${complaint(answer)}`, false)
  }
  return new PsaFailure('broken', `ConnectWise answered with an error of its own (${status}).`, true)
}

export function wrongKeys(): PsaFailure {
  const message = 'ConnectWise does not know these keys, this company ID or this site: it has nothing for them.'
  return new PsaFailure('keys_refused', message, false)
}

/** Reads what ConnectWise answered, its texts cleaned; `broken` for anything that is not JSON of that form. */
export function readAnswer<T>(answer: OutboundAnswer, schema: z.ZodType<T>): T {
  const read = schema.safeParse(jsonOf(answer))
  if (read.success) return read.data
  const where = read.error.issues[0]?.path.join('.') || 'its whole'
  throw new PsaFailure('broken', `ConnectWise’s answer is not of its published form (${where}).`, true)
}

function jsonOf({ text }: OutboundAnswer): unknown {
  try {
    // What anybody may have written into a ticket has to be such that it can be kept.
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? cleanText(value) : value))
  } catch (cause) {
    throw new PsaFailure('broken', 'ConnectWise answered with something that is not JSON.', true, { cause })
  }
}

/** Milliseconds that a 429 asks to wait; a second where it does not say. */
export function pauseAskedFor({ headers }: OutboundAnswer): number {
  const seconds = headers.get('retry-after')?.trim() ?? ''
  return /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : 1000
}

function rateLimited(answer: OutboundAnswer): PsaFailure {
  const seconds = pauseAskedFor(answer) / 1000
  const message = `ConnectWise has had too many requests; it asks to wait ${seconds} s.`
  return new PsaFailure('rate_limited', message, false, { retry_after_seconds: seconds })
}

/** Its own words, where it said some: `{code, message, errors: [{message}]}`. */
function complaint({ status, text }: OutboundAnswer): string {
  try {
    const said = JSON.parse(text)
    const first = said?.errors?.[0]?.message ?? said?.message
    if (typeof first === 'string' && first !== '') {
      // It may repeat what a ticket says.
      return redact(first)
        .text.replace(/\p{Cc}/gu, ' ')
        .slice(0, 200)
    }
  } catch {
    // Not JSON: the status alone then.
  }
  return `status ${status}.`
}
