import { AiFailure } from './ai-failure.ts'

/** How long a reply may keep its engineer waiting, in milliseconds. */
export type AiPatience = {
  /** To its first byte: a local server may load its model then. */
  first_byte_ms: number
  /** Without a byte after that. */
  silence_ms: number
  /** From its beginning to its end. */
  whole_ms: number
}

export const usualPatience: AiPatience = { first_byte_ms: 5 * 60_000, silence_ms: 60_000, whole_ms: 10 * 60_000 }

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/**
 * Watches one call: its `fetch` tells of every byte, and `signal` aborts with an `AiFailure` when one is overdue. `end` is
 * called when the reply is over. Retries of the call are not given more time than one.
 */
export function watchSilence(fetch: Fetch, patience: AiPatience) {
  const silent = new AbortController()
  const giveUpAfter = (ms: number, message: string) =>
    setTimeout(() => silent.abort(new AiFailure('fell_silent', message, true)), ms)
  const whole = giveUpAfter(patience.whole_ms, 'The reply took too long.')
  let next = giveUpAfter(patience.first_byte_ms, 'The model did not begin to answer.')
  const heard = () => {
    clearTimeout(next)
    if (!silent.signal.aborted) next = giveUpAfter(patience.silence_ms, 'The model fell silent in its reply.')
  }
  const end = () => {
    clearTimeout(whole)
    clearTimeout(next)
    // What is heard after this counts no more.
    silent.abort()
  }
  const watched: Fetch = async (input, init) => {
    const response = await fetch(input, init)
    const listener = new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, out) {
        heard()
        out.enqueue(bytes)
      },
    })
    return response.body ? new Response(response.body.pipeThrough(listener), response) : response
  }
  return { fetch: watched, signal: silent.signal, end }
}
