import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { closingEvents, errorBody, openingEvents, pieceEvent, piecesOf, wholeMessage } from './anthropic-wire.ts'
import { lastUserText, type ModelRequest, type ModelRequestBody, type ScriptedReply } from './scripted-reply.ts'

type Script = ScriptedReply | ((request: ModelRequest) => ScriptedReply)

export type ScriptedModel = {
  /** For ANTHROPIC_BASE_URL. */
  base_url: string
  /** The next reply, to whoever asks. */
  reply: (...scripts: Script[]) => void
  /** The next replies to requests whose last user message holds this token: for tests side by side. */
  replyTo: (token: string, ...scripts: Script[]) => void
  requests: (token?: string) => ModelRequest[]
  close: () => Promise<void>
}

/** Anthropic's Messages API on 127.0.0.1, saying what the test scripts; a request without a script is refused with 400. */
export async function startScriptedModel(): Promise<ScriptedModel> {
  const queues = new Map<string, Script[]>()
  const seen: ModelRequest[] = []
  const enqueue = (token: string, scripts: Script[]) => queues.set(token, [...(queues.get(token) ?? []), ...scripts])

  function nextReply(request: ModelRequest): ScriptedReply {
    // The empty token is in every text, and stands last: who asks by name is served first.
    const tokens = [...queues.keys()].sort((one, other) => other.length - one.length)
    const token = tokens.find((each) => request.last_user_text.includes(each) && queues.get(each)?.length)
    const script = token === undefined ? undefined : queues.get(token)?.shift()
    if (typeof script === 'function') return script(request)
    return script ?? { error: { status: 400, type: 'invalid_request_error', message: 'No reply was scripted' } }
  }

  const server = createServer(async (incoming, response) => {
    const body: ModelRequestBody = JSON.parse(await readText(incoming))
    const request = { body, headers: incoming.headers, last_user_text: lastUserText(body), left: false }
    response.on('close', () => {
      request.left = !response.writableFinished
    })
    seen.push(request)
    await answer(response, nextReply(request), body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address with a port')
  return {
    base_url: `http://127.0.0.1:${address.port}`,
    reply: (...scripts) => void enqueue('', scripts),
    replyTo: (token, ...scripts) => void enqueue(token, scripts),
    requests: (token = '') => seen.filter(({ last_user_text }) => last_user_text.includes(token)),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answer(response: ServerResponse, reply: ScriptedReply, { model, stream }: ModelRequestBody) {
  if (reply.silent) return
  if (reply.error) {
    const { status, type, message = type, headers } = reply.error
    response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_scripted', ...headers })
    response.end(JSON.stringify(errorBody(type, message)))
  } else if (stream) {
    await answerInPieces(response, reply, model)
  } else {
    await sleep(reply.delay_ms ?? 0)
    if (reply.cut) response.destroy()
    if (reply.cut || reply.hang) return
    response.writeHead(200, { 'content-type': 'application/json', 'request-id': 'req_scripted' })
    response.end(JSON.stringify(wholeMessage(reply, model)))
  }
}

async function answerInPieces(response: ServerResponse, reply: ScriptedReply, model: string) {
  const send = (event: { type: string }) => {
    if (response.writable) response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': 'req_scripted' })
  for (const event of openingEvents(reply, model)) send(event)
  for (const piece of piecesOf(reply)) {
    if (reply.delay_ms) await sleep(reply.delay_ms)
    send(pieceEvent(piece))
  }
  if (reply.hang) return
  if (reply.cut) {
    // What was said arrives before the break does.
    await new Promise((resolve) => response.write(': cut\n\n', resolve))
    response.destroy()
    return
  }
  for (const event of closingEvents(reply)) send(event)
  response.end()
}

async function readText(incoming: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
