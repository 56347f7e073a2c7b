import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordItem } from '../../../api/facts/wording.ts'
import type { TaskLane } from '../../../api/task-lane/lane.ts'
import { itemOf } from '../../../api/task-lane/lane.ts'
import { block, say } from '../chat/turns.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { password } from '../redaction/password-secrets.ts'
import { leakedIn } from '../redaction/pieces.ts'
import { secrets } from '../redaction/secrets.ts'
import { openSession, readPage } from '../sessions.ts'
import { checkOf, laneOf, questionOf } from '../task-lane/lane-items.ts'

function worded(lane: Partial<TaskLane>, known: string[] = []): string {
  const id = lane.questions?.[0]?.id ?? lane.checks?.[0]?.id ?? ''
  const found = itemOf(laneOf(lane), id)
  if (!found) throw new Error('The lane has one item')
  return wordItem(found, known) ?? ''
}

const recorded = (result: string) => worded({ checks: [checkOf('Read the configuration', { result })] })

describe('the own words of an item hold no secret', () => {
  test('where lines of a result are joined', () => {
    const leaks = secrets.flatMap((each) => leakedIn(recorded(`Line one\n${each.text}\nLine three`), [each]))
    expect(leaks).toEqual([])
  })

  test('where the cut goes through the middle of one, wherever that is', () => {
    const leaks = secrets.flatMap((each) =>
      [330, 350, 370, 385].flatMap((at) =>
        leakedIn(recorded(`${'A line. '.repeat(60).slice(0, at)}\n${each.text}`), [each]),
      ),
    )
    expect(leaks).toEqual([])
  })

  test('where only what was asked says that the answer is one', () => {
    const question = questionOf('What is the new admin password?', { answer: 'kx93!mmQpz' })
    expect(worded({ questions: [question] })).toBe('What is the new admin password? ••••••')
    const check = checkOf('Read the local administrator password', { result: 'kx93!mmQpz' })
    expect(worded({ checks: [check] })).toBe('Read the local administrator password: ••••••')
  })

  test('where its value is known', () => {
    const question = questionOf('How was it set up?', { answer: 'With seven\n  quiet herons, or “seven quiet herons”' })
    expect(worded({ questions: [question] }, ['seven quiet herons'])).not.toContain('herons”')
  })

  test('and an answer that is none stays as it is', () => {
    const question = questionOf('Was the password changed?', { answer: 'Yes, on Monday' })
    expect(worded({ questions: [question] })).toBe('Was the password changed? Yes, on Monday')
  })
})

describe('over HTTP', () => {
  const product = startProduct()
  let mara: Person
  beforeAll(async () => {
    mara = await signUpMara(await product)
  })
  afterAll(async () => await (await product).close())

  test('a fact that follows its answer, and one in the model’s words, are kept without secrets', async () => {
    const { model, admin } = await product
    const { id } = await openSession(mara)
    model.reply({
      text: block('QUESTIONS', [{ text: 'How do you reach the router?' }, { text: 'What is the admin password now?' }]),
    })
    await say(mara, id, 'VPN drops after MFA')
    const [how, what] = (await readPage(mara, id)).task_lane.questions
    const answer = (item_id: string | undefined, answer: string) =>
      mara.patch(`/ai-sessions/${id}/task-lane/items/${item_id}`, { answer })
    await answer(how?.id, 'By SSH')
    await answer(what?.id, 'kx93!mmQpz')
    model.reply(
      { text: JSON.stringify({ fact: 'The router is reached by SSH' }) },
      { text: JSON.stringify({ fact: 'The admin password is kx93!mmQpz' }) },
    )
    await mara.post(`/ai-sessions/${id}/facts/promote`, { item_id: how?.id })
    await mara.post(`/ai-sessions/${id}/facts/promote`, { item_id: what?.id })
    await answer(how?.id, `As admin\npassword:\n${password}`)
    const rows = await admin`select text from session_facts where session_id = ${id} order by ordinal`
    expect(JSON.stringify(model.requests().slice(-2))).not.toContain('kx93')
    expect(rows.map(({ text }) => text).join('\n')).not.toMatch(/kx93|Hunter2/)
    expect(rows.map(({ text }) => text).join('\n')).toContain('••••••')
  })

  test('nor does a message hold one that the last reply asked for, and an innocent one stays as it is', async () => {
    const { model, admin } = await product
    const { id } = await openSession(mara)
    model.reply(
      { text: 'I see.\n\nWhat is the **new admin password**?\n' },
      { text: 'Did it work?' },
      { text: 'Good.' },
    )
    await say(mara, id, 'VPN drops after MFA')
    await say(mara, id, 'kx93!mmQpz')
    await say(mara, id, 'Error 691 since Monday')
    const rows =
      await admin`select content from ai_messages where session_id = ${id} and role = 'user' order by position`
    expect(rows.map(({ content }) => content)).toEqual(['VPN drops after MFA', '••••••', 'Error 691 since Monday'])
    expect(JSON.stringify(model.requests())).not.toContain('kx93')
  })

  test('a session’s name is taken from its problem without its secrets, whatever of them it would cut', async () => {
    const names = await Promise.all(
      secrets.map(
        async ({ text }) => (await openSession(mara, { problem: `${'The tunnel drops. '.repeat(5)}${text}` })).title,
      ),
    )
    expect(secrets.flatMap((each, at) => leakedIn(names[at] ?? '', [each]))).toEqual([])
    expect(names.every((name) => name.startsWith('The tunnel drops.'))).toBe(true)
  })
})
