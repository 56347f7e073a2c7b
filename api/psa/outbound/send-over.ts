import { type IncomingMessage, request as startRequest } from 'node:http'
import type { Socket } from 'node:net'
import type { PsaFailure } from '../provider.ts'
import { brokenOff, longest_answer, type OutboundAnswer, type OutboundInit, tooLate, tooLong } from './exchange.ts'

/**
 * Sends one request over a connection of its own and reads the whole answer; closes it. A connection is not kept for
 * the next request: one that the PSA closes in that moment would leave a note in doubt.
 */
export async function sendOver(
  socket: Socket,
  url: URL,
  init: OutboundInit,
  signal: AbortSignal,
): Promise<OutboundAnswer> {
  const close = () => socket.destroy()
  signal.addEventListener('abort', close, { once: true })
  try {
    return await exchange(socket, url, init)
  } catch (failure) {
    throw signal.aborted ? tooLate(url, failure) : failure
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}

function exchange(socket: Socket, url: URL, init: OutboundInit): Promise<OutboundAnswer> {
  return new Promise((resolve, reject) => {
    const { method, body } = init
    const path = `${url.pathname}${url.search}`
    const request = startRequest({ method, path, headers: headersOf(url, init), createConnection: () => socket })
    request.on('error', (cause) => reject(brokenOff(url, cause)))
    request.on('response', (response) => readAnswer(response, url, resolve, reject))
    request.end(body)
  })
}

function headersOf(url: URL, { headers, body }: OutboundInit) {
  const length = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` }
  return { ...headers, ...length, host: url.host, connection: 'close', 'accept-encoding': 'identity' }
}

function readAnswer(
  response: IncomingMessage,
  url: URL,
  resolve: (answer: OutboundAnswer) => void,
  fail: (failure: PsaFailure) => void,
) {
  const pieces: Buffer[] = []
  let length = 0
  response.on('data', (piece: Buffer) => {
    length += piece.length
    if (length > longest_answer) fail(tooLong(url))
    else pieces.push(piece)
  })
  response.on('error', (cause) => fail(brokenOff(url, cause)))
  response.on('close', () => fail(brokenOff(url)))
  response.on('end', () => {
    if (!response.complete) return fail(brokenOff(url))
    const text = Buffer.concat(pieces).toString('utf8')
    resolve({ status: response.statusCode ?? 0, headers: readHeaders(response), text })
  })
}

function readHeaders({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  return headers
}
