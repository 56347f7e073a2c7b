import { expect, test } from 'vitest'
import { onlyAsThisMachine } from '../../../api/http/this-machine.ts'

const answer = onlyAsThisMachine(() => new Response('yes'))
const statusAt = async (url: string) => (await answer(new Request(url))).status

test.each(['http://127.0.0.1:8787/', 'http://localhost:8787/pilot', 'http://[::1]:8787/'])(
  '%s is this machine',
  async (url) => {
    expect(await statusAt(url)).toBe(200)
  },
)

test.each([
  'http://rebound.example:8787/',
  'http://127.0.0.1.example/',
  'http://10.0.0.1/',
  'http://localhost.example/',
])('%s is another name, and is not answered with the demo account', async (url) => {
  expect(await statusAt(url)).toBe(421)
})
