import { afterAll, expect, test } from 'vitest'
import { stableTokens } from '../../../api/ai/prompt.ts'
import { synthesisPrompt } from '../../../api/facts/synthesis-prompt.ts'
import { say } from '../chat/turns.ts'
import { signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'

const product = await startProduct({ practice: true })
afterAll(product.close)

test('the rules for a fact are written to the cache once, and read from it for the next', async () => {
  const mara = await signUpMara(product)
  const { id } = await openSession(mara)
  await say(mara, id, 'VPN drops after MFA')
  const [first, second] = (await readPage(mara, id)).task_lane.questions
  for (const question of [first, second]) {
    await mara.patch(`/ai-sessions/${id}/task-lane/items/${question?.id}`, { answer: question?.options[0] })
    await mara.post(`/ai-sessions/${id}/facts/promote`, { item_id: question?.id })
  }
  const calls = await product.admin`select cache_creation_input_tokens as written, cache_read_input_tokens as read
    from ai_calls where purpose = 'fact_synthesis' order by created_at`
  const rules = stableTokens({ sections: [synthesisPrompt], ask: [] })
  expect(rules).toBeGreaterThan(1024)
  expect(calls).toHaveLength(2)
  expect(calls[0]?.read).toBe(0)
  expect(calls[0]?.written).toBeGreaterThan(0)
  expect(calls[1]).toEqual({ written: 0, read: calls[0]?.written })
})
