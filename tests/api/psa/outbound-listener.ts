import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** Something that listens on loopback and counts who comes and what they say; it answers HTTP with 200. */
export type Listener = {
  port: number
  connections: number
  bytes: number
  close: () => Promise<void>
}

export async function listen(
  host: string,
  answer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
): Promise<Listener> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    listener.connections += 1
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', (data) => {
      listener.bytes += data.length
      if (answer !== '') socket.end(answer)
    })
  })
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  const listener: Listener = {
    port: typeof address === 'object' && address ? address.port : 0,
    connections: 0,
    bytes: 0,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  return listener
}
