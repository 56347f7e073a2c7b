import { PsaFailure } from '../provider.ts'

export type OutboundInit = { method: 'GET' | 'POST' | 'PATCH'; headers: Record<string, string>; body?: string }
export type OutboundAnswer = { status: number; headers: Headers; text: string }

/** Bytes of an answer that are read at most. */
export const longest_answer = 5 * 1024 * 1024

// What ends an exchange after the connection stands: from there on nobody knows how much arrived.

export function tooLate(url: URL, cause?: unknown): PsaFailure {
  return new PsaFailure('unreachable', `${url.host} did not answer in time.`, true, { cause })
}

export function brokenOff(url: URL, cause?: unknown): PsaFailure {
  return new PsaFailure('unreachable', `The connection to ${url.host} broke off.`, true, { cause })
}

export function tooLong(url: URL): PsaFailure {
  return new PsaFailure('broken', `${url.host} answered with more than 5 MB.`, true)
}
