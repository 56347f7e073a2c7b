import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { type LatencyProxy, startLatencyProxy } from './latency-proxy.ts'

// Answers every line with the same line.
const echo = (socket: Socket) => socket.pipe(socket)
const started: { proxy: LatencyProxy; server: Server; client: Socket }[] = []

afterEach(async () => {
  for (const { proxy, server, client } of started.splice(0)) {
    client.destroy()
    await proxy.close()
    server.close()
  }
})

async function throughProxy(handle: (socket: Socket) => void, delay_ms = 10) {
  const server = createServer(handle).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const proxy = await startLatencyProxy({ target_port: address.port, delay_ms })
  const client = connect(proxy.port, '127.0.0.1').setNoDelay(true)
  await once(client, 'connect')
  started.push({ proxy, server, client })
  return { proxy, client }
}

async function heard(client: Socket, length: number) {
  let text = ''
  while (text.length < length) text += String((await once(client, 'data'))[0])
  return text
}

test('a question and its answer are one round trip, and the next question is the second', async () => {
  const { proxy, client } = await throughProxy(echo)
  client.write('one')
  expect(await heard(client, 3)).toBe('one')
  expect(proxy.round_trips()).toBe(1)
  client.write('two')
  expect(await heard(client, 3)).toBe('two')
  expect(proxy.round_trips()).toBe(2)
})

test('a burst cut into several segments is one round trip, even while its first answers are on the way', async () => {
  const { proxy, client } = await throughProxy(echo, 150)
  for (const segment of ['begin;', 'select;', 'commit;']) {
    client.write(segment)
    await sleep(5)
  }
  expect(await heard(client, 20)).toBe('begin;select;commit;')
  expect(proxy.round_trips()).toBe(1)
})

test('an answer cut into several segments does not make a second round trip', async () => {
  const { proxy, client } = await throughProxy((socket) => {
    socket.setNoDelay(true).on('data', async () => {
      for (const segment of ['rows', 'more', 'done']) {
        socket.write(segment)
        await sleep(5)
      }
    })
  })
  client.write('select')
  expect(await heard(client, 12)).toBe('rowsmoredone')
  expect(proxy.round_trips()).toBe(1)
})

test('a server that speaks first, or alone, makes no round trip', async () => {
  const { proxy, client } = await throughProxy((socket) => socket.write('hello'))
  await heard(client, 5)
  expect(proxy.round_trips()).toBe(0)
})

test('after a reset the count begins at zero', async () => {
  const { proxy, client } = await throughProxy(echo)
  client.write('one')
  await heard(client, 3)
  proxy.reset()
  expect(proxy.round_trips()).toBe(0)
  client.write('two')
  await heard(client, 3)
  expect(proxy.round_trips()).toBe(1)
})

test('the end of the server reaches the client, after its last words', async () => {
  const { client } = await throughProxy((socket) => socket.end('bye'))
  let words = ''
  client.on('data', (bytes) => {
    words += bytes
  })
  await once(client, 'end')
  expect(words).toBe('bye')
})
