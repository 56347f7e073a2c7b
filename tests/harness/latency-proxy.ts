import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type LatencyProxy = {
  port: number
  round_trips: () => number
  reset: () => void
  /** From now on it takes connections and bytes, and passes nothing on until `resume`, as before a server that hangs. */
  hang: () => void
  resume: () => void
  close: () => Promise<void>
}

/**
 * A TCP proxy on 127.0.0.1 before `target_port` that holds every byte back for `delay_ms` each way, and counts round
 * trips over all connections: the client spoke again after it had heard something. What it sends before an answer has
 * reached it belongs to the same round trip, in however many segments.
 */
export async function startLatencyProxy(options: { target_port: number; delay_ms: number }): Promise<LatencyProxy> {
  let round_trips = 0
  let hanging = Promise.resolve()
  let resume = () => {}
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ port: options.target_port, host: '127.0.0.1', allowHalfOpen: true })
    let client_has_heard = true
    client.on('data', () => {
      if (client_has_heard) round_trips += 1
      client_has_heard = false
    })
    forward(
      client,
      upstream,
      options.delay_ms,
      () => hanging,
      () => {},
    )
    forward(
      upstream,
      client,
      options.delay_ms,
      () => hanging,
      () => {
        client_has_heard = true
      },
    )
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      socket.setNoDelay(true)
      sockets.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address with a port')
  return {
    port: address.port,
    round_trips: () => round_trips,
    reset() {
      round_trips = 0
    },
    hang() {
      hanging = new Promise((resolve) => {
        resume = resolve
      })
    },
    resume: () => resume(),
    async close() {
      resume()
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Everything arrives `delay_ms` after it was sent, in order; a chain of promises, as two timers might change places. */
function forward(from: Socket, to: Socket, delay_ms: number, hanging: () => Promise<void>, onArrival: () => void) {
  let arrived = Promise.resolve()
  const arrive = (deliver: () => void) => {
    const held_back = sleep(delay_ms)
    arrived = arrived
      .then(() => held_back)
      .then(hanging)
      .then(deliver)
  }
  from.on('data', (bytes) =>
    arrive(() => {
      onArrival()
      if (to.writable) to.write(bytes)
    }),
  )
  from.on('end', () => arrive(() => to.end()))
}
