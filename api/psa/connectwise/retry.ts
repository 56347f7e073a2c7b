import type { OutboundAnswer, OutboundInit } from '../outbound/exchange.ts'
import { PsaFailure } from '../provider.ts'
import { pauseAskedFor } from './answers.ts'
import type { ConnectWiseOptions } from './settings.ts'

type Send = () => Promise<OutboundAnswer>
type Patience = { waits: number; retries: number }

/**
 * How often a request may be sent again: after a wait, where a 429 refused it, and at once, where the connection or the
 * server failed. A POST is sent once, whatever comes, even after a 429: whoever keeps the record of the attempt may
 * send it again, and must not learn afterwards that somebody else did.
 */
const patience: Record<OutboundInit['method'], Patience> = {
  GET: { waits: 2, retries: 1 },
  PATCH: { waits: 2, retries: 0 },
  POST: { waits: 0, retries: 0 },
}

/** Sends a request, and again where that can do no harm; the last answer or failure counts. */
export function withRetry(method: OutboundInit['method'], send: Send, options: ConnectWiseOptions) {
  return attempt(send, patience[method], options)
}

async function attempt(send: Send, left: Patience, options: ConnectWiseOptions): Promise<OutboundAnswer> {
  const { longest_wait_ms = 10_000, wait = sleep } = options
  const retry = async () => {
    await wait(short_pause_ms)
    return await attempt(send, { ...left, retries: left.retries - 1 }, options)
  }
  const answer = await send().catch((failure) => {
    if (failure instanceof PsaFailure && failure.code === 'unreachable' && left.retries > 0) return undefined
    throw failure
  })
  if (!answer) return await retry()
  if (answer.status >= 500 && left.retries > 0) return await retry()
  const pause = pauseAskedFor(answer)
  if (answer.status !== 429 || left.waits === 0 || pause > longest_wait_ms) return answer
  await wait(pause)
  return await attempt(send, { ...left, waits: left.waits - 1 }, options)
}

const short_pause_ms = 250

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
