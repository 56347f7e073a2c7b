import type { PsaFailure } from '../provider.ts'
import { brokenOff, longest_answer, type OutboundAnswer, type OutboundInit, tooLate, tooLong } from './exchange.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/**
 * Sends one request where the platform connects by itself, and reads the whole answer. How far it came when it fails is
 * not told, so that it may always have arrived.
 */
export async function sendByFetch(
  fetch: Fetch,
  url: URL,
  init: OutboundInit,
  signal: AbortSignal,
): Promise<OutboundAnswer> {
  const asFailure = (cause: unknown): PsaFailure => (signal.aborted ? tooLate(url, cause) : brokenOff(url, cause))
  const response = await fetch(url.href, { ...init, redirect: 'manual', signal }).catch((cause) => {
    throw asFailure(cause)
  })
  const { status, headers } = response
  if (!response.body) return { status, headers, text: '' }
  const decoder = new TextDecoder()
  const reader = response.body.getReader()
  let text = ''
  for (let length = 0; ; ) {
    const { done, value } = await reader.read().catch((cause) => {
      throw asFailure(cause)
    })
    if (done) return { status, headers, text: text + decoder.decode() }
    length += value.length
    if (length > longest_answer) {
      await reader.cancel().catch(() => {})
      throw tooLong(url)
    }
    text += decoder.decode(value, { stream: true })
  }
}
