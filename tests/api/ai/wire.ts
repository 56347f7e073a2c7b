import { once } from 'node:events'
import { createServer } from 'node:http'

/** A server on 127.0.0.1 that speaks the Messages API in its own way: it answers every request with these events. */
export async function startWire(events: { type: string; [field: string]: unknown }[]) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join(''))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address with a port')
  return {
    base_url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
