import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Settings } from './connection.ts'
import { type Control, controlOf } from './control.ts'
import { type Delivery, deliver, exchange } from './exchange.ts'
import { strike } from './faults.ts'
import { type ConnectWise, connectwiseAt } from './handle.ts'
import { northbeamWorld } from './northbeam.ts'
import { errorReply } from './reply.ts'
import { type Call, recordRequest } from './requests.ts'
import { catchUp, remember, type World } from './world.ts'

export type OwnConnectWise = ConnectWise & {
  /** Ends it; whoever still waits for an answer gets none. */
  close: () => Promise<void>
}

/** ConnectWise on 127.0.0.1, with Northbeam's boards, clients and tickets; on a free port unless one is named. */
export async function startConnectWise(options: Partial<Settings> & { port?: number } = {}): Promise<OwnConnectWise> {
  const { port = 0, ...settings } = options
  const world = northbeamWorld()
  const control = controlOf(world)
  control.configure(settings)
  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    const text = await readText(incoming)
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`)
    const command = url.pathname.match(/^\/__control\/(\w+)$/)?.[1]
    if (command) answerControl(response, control, command, text)
    else await answerCall(response, world, recordRequest(incoming, url, text), url)
  }
  // A client that is killed while it still sends has asked for nothing.
  const server = createServer((incoming, response) => answer(incoming, response).catch(() => response.destroy()))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address with a port')
  return {
    ...connectwiseAt(`http://127.0.0.1:${address.port}`),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answerCall(response: ServerResponse, world: World, request: Omit<Call, 'url' | 'struck_by'>, url: URL) {
  catchUp(world)
  const struck_by = strike(world.faults, request.method, request.path)
  request.troubles = struck_by.map(({ kind }) => kind)
  world.requests.push(request)
  remember(world, 'request', 'api', null, `${request.method} ${request.path}`)
  const delivery = await exchange(world, { ...request, url, struck_by }).catch(simulatorFailed)
  if ('reply' in delivery) request.status = delivery.reply.status
  deliver(response, delivery, request.headers.accept)
}

/** A fault that names what does not exist, for one: the test that set it gets to read why. */
function simulatorFailed(error: unknown): Delivery {
  return { how: 'whole', reply: errorReply(500, 'SimulatorFailed', String(error)) }
}

function answerControl(response: ServerResponse, control: Control, command: string, text: string) {
  const answer = (status: number, body: { result?: unknown; error?: string }) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
  try {
    const commands: Record<string, (...args: never[]) => unknown> = control
    const act = Object.hasOwn(commands, command) ? commands[command] : undefined
    if (!act) throw new Error('there is no such command')
    answer(200, { result: act(...(JSON.parse(text) as never[])) ?? null })
  } catch (error) {
    answer(400, { error: error instanceof Error ? error.message : String(error) })
  }
}

async function readText(incoming: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
