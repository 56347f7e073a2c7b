import { afterAll, expect, test } from 'vitest'
import { signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession } from '../sessions.ts'

const product = await startProduct()
afterAll(product.close)

test('a stream speaks at least every ten seconds, in a comment that is no event, while the model is silent', async () => {
  const mara = await signUpMara(product)
  const { id } = await openSession(mara)
  product.model.reply({ text: [], hang: true })
  const response = await product.fetch(
    new Request(`http://flowpilot.test/api/v1/ai-sessions/${id}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: await mara.cookie() },
      body: '{"content": "VPN drops"}',
    }),
  )
  if (!response.body) throw new Error('No stream')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader.read()).value).toMatch(/^event: turn\n/)
  const silence = new Promise<string>((resolve) => setTimeout(resolve, 10_000, 'nothing'))
  const said = await Promise.race([reader.read().then(({ value }) => value), silence])
  expect(said).toMatch(/^:[^\n]*\n\n$/)
  await reader.cancel()
})
