import { describe, expect, test } from 'vitest'
import { taskLaneSchema } from '../../../api/task-lane/lane.ts'
import { mergeChecks, mergeQuestions } from '../../../api/task-lane/merge.ts'
import { checkOf, laneOf, questionOf } from './lane-items.ts'

const statuses = (items: { status: string }[]) => items.map(({ status }) => status)

describe('an item that is new', () => {
  test('is open, with an id of its own and nothing where nothing was said', () => {
    const lane = mergeChecks(
      mergeQuestions(laneOf({}), [{ text: 'Since when?' }, { text: 'Who else?' }], new Set()),
      [{ label: 'Ping the gateway' }],
      new Set(),
    )
    expect(taskLaneSchema.parse(lane)).toEqual(lane)
    expect(lane.questions).toMatchObject([
      { text: 'Since when?', context: null, options: [], status: 'open', answer: null },
      { text: 'Who else?', context: null, options: [], status: 'open', answer: null },
    ])
    expect(lane.checks).toMatchObject([
      { label: 'Ping the gateway', command: null, description: null, disruptive: false, status: 'open', result: null },
    ])
    const ids = [...lane.questions, ...lane.checks].map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
  })

  test('keeps all that was said of it', () => {
    const asked = { text: 'Since when?', context: 'Tells the update apart.', options: ['Today', 'Longer'] }
    const check = { label: 'Ping', command: 'ping 1', description: 'Tells the line.', disruptive: true }
    expect(mergeQuestions(laneOf({}), [asked], new Set()).questions).toMatchObject([asked])
    expect(mergeChecks(laneOf({}), [check], new Set()).checks).toMatchObject([check])
  })

  test('does not take an id that the lane does not know', () => {
    const { questions } = mergeQuestions(laneOf({}), [{ id: 'q1', text: 'Since when?' }], new Set())
    expect(questions[0]?.id).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('comes behind the items that are there', () => {
    const lane = laneOf({ questions: [questionOf('first'), questionOf('second')] })
    const { questions } = mergeQuestions(lane, [{ text: 'third' }, { text: 'second' }], new Set())
    expect(questions.map(({ text }) => text)).toEqual(['first', 'second', 'third'])
  })
})

describe('an item is the same', () => {
  const known = questionOf('Does it drop on Wi-Fi, too?', { status: 'done', answer: 'Yes' })

  test('when it carries the id, and then it keeps id, state and answer and takes the new words', () => {
    const { questions } = mergeQuestions(
      laneOf({ questions: [known] }),
      [{ id: known.id, text: 'On Wi-Fi?', context: 'new', options: ['Yes', 'No'] }],
      new Set(),
    )
    expect(questions).toEqual([{ ...known, text: 'On Wi-Fi?', context: 'new', options: ['Yes', 'No'] }])
  })

  test('and keeps the context, the quick answers and the command that a block does not repeat', () => {
    const question = questionOf('Since when?', { context: 'Tells the update apart.', options: ['Today', 'Longer'] })
    const check = checkOf('Ping', { command: 'ping <gateway>', description: 'Tells the line.', disruptive: true })
    const lane = laneOf({ questions: [question], checks: [check] })
    const named = new Set<string>()
    const asked = mergeQuestions(lane, [{ id: question.id, text: 'Since when exactly?' }], named)
    const merged = mergeChecks(asked, [{ id: check.id, label: 'Ping it' }], named)
    expect(merged.questions).toEqual([{ ...question, text: 'Since when exactly?' }])
    expect(merged.checks).toEqual([{ ...check, label: 'Ping it' }])
  })

  test.each([
    ['case', 'DOES it drop on wi-fi, too?'],
    ['white space', '  Does it\n drop\ton  Wi-Fi, too? '],
    ['closing punctuation', 'Does it drop on Wi-Fi, too'],
    ['other closing punctuation', 'Does it drop on Wi-Fi, too …?!'],
  ])('when its words differ in %s only', (_, text) => {
    const { questions } = mergeQuestions(laneOf({ questions: [known] }), [{ text }], new Set())
    expect(questions).toEqual([{ ...known, text }])
  })

  test('and not when its words differ inside', () => {
    const { questions } = mergeQuestions(
      laneOf({ questions: [known] }),
      [{ text: 'Does it drop on Wi-Fi too?' }],
      new Set(),
    )
    expect(questions).toHaveLength(2)
  })

  test('when a check’s label is, whatever its command', () => {
    const check = checkOf('Ping the gateway', { status: 'skipped', command: 'ping a' })
    const { checks } = mergeChecks(
      laneOf({ checks: [check] }),
      [{ label: 'ping the gateway.', command: 'ping b' }],
      new Set(),
    )
    expect(checks).toEqual([{ ...check, label: 'ping the gateway.', command: 'ping b' }])
  })

  test('by its id rather than by its words', () => {
    const [one, other] = [questionOf('one'), questionOf('other')]
    const { questions } = mergeQuestions(
      laneOf({ questions: [one, other] }),
      [{ id: other.id, text: 'one' }],
      new Set(),
    )
    expect(questions).toMatchObject([
      { id: one.id, status: 'retired' },
      { id: other.id, text: 'one', status: 'open' },
    ])
  })

  test('never of the other kind', () => {
    const check = checkOf('Ping')
    const lane = mergeQuestions(laneOf({ checks: [check] }), [{ id: check.id, text: 'Ping' }], new Set())
    expect(lane.checks).toEqual([check])
    expect(lane.questions[0]?.id).not.toBe(check.id)
  })

  test('when one block says it twice', () => {
    const { questions } = mergeQuestions(laneOf({}), [{ text: 'Since when?' }, { text: 'since when' }], new Set())
    expect(questions).toMatchObject([{ text: 'since when' }])
  })
})

describe('what a reply leaves out', () => {
  const all = () =>
    laneOf({
      questions: [
        questionOf('open'),
        questionOf('done', { status: 'done', answer: 'x' }),
        questionOf('skipped', { status: 'skipped' }),
        questionOf('retired', { status: 'retired' }),
      ],
      checks: [checkOf('open check')],
    })

  test('is retired while it is open, and stays when it is done or skipped', () => {
    const lane = mergeQuestions(all(), [{ text: 'new' }], new Set())
    expect(statuses(lane.questions)).toEqual(['retired', 'done', 'skipped', 'retired', 'open'])
  })

  test('is kept as it was in everything else', () => {
    const before = all()
    const [first] = mergeQuestions(before, [{ text: 'new' }], new Set()).questions
    expect(first).toEqual({ ...before.questions[0], status: 'retired' })
  })

  test('stays open when it is of the other kind', () => {
    expect(statuses(mergeQuestions(all(), [{ text: 'new' }], new Set()).checks)).toEqual(['open'])
    expect(statuses(mergeChecks(all(), [{ label: 'new' }], new Set()).questions)[0]).toBe('open')
  })

  test('stays open when another block of the same reply named it, before or after', () => {
    const named = new Set<string>()
    const first = mergeQuestions(all(), [{ text: 'one' }], named)
    const second = mergeQuestions(first, [{ text: 'open' }, { text: 'two' }], named)
    expect(statuses(second.questions)).toEqual(['open', 'done', 'skipped', 'retired', 'open', 'open'])
  })
})

test('a retired item that comes back is open again, with its id and its answer', () => {
  const known = questionOf('Since when?', { status: 'retired', answer: 'Monday' })
  const { questions } = mergeQuestions(laneOf({ questions: [known] }), [{ text: 'Since when?' }], new Set())
  expect(questions).toEqual([{ ...known, status: 'open' }])
})

test('merging changes nothing of the lane that it was given', () => {
  const lane = laneOf({ questions: [questionOf('open')] })
  const before = structuredClone(lane)
  mergeQuestions(lane, [{ text: 'new' }], new Set())
  expect(lane).toEqual(before)
})
