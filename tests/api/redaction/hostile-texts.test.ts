import { describe, expect, test } from 'vitest'
import { everyPattern } from '../../../api/redaction/patterns/every-pattern.ts'
import { readings } from '../../../api/redaction/readings.ts'
import { mask, redact } from '../../../api/redaction/redact.ts'
import { findSecrets } from '../../../api/redaction/secret-pattern.ts'
import { StepBudget, TooTangled } from '../../../api/redaction/step-budget.ts'
import { hostileTexts, hostileUnits, repeated } from './hostile-units.ts'

/** The letters that are read again while a text is read, up to its budget. */
function stepsOf(text: string): number {
  const budget = new StepBudget(text.length)
  try {
    for (const reading of readings(text).written) findSecrets(reading, everyPattern, budget)
  } catch (error) {
    expect(error).toBeInstanceOf(TooTangled)
  }
  return budget.steps
}

// A pattern may read its longest value, of 8,000 letters, once more before it is stopped.
const most = (length: number) => 100_000 + 24 * length + 8000

describe('whatever is repeated', () => {
  test('every pattern’s own words are tried', () => {
    expect(hostileUnits.length).toBeGreaterThan(400)
  })

  test('no text costs more steps than its length allows', () => {
    const costly = [...hostileTexts(10_000, false)].filter(({ text }) => stepsOf(text) > most(text.length))
    expect(costly.map(({ name }) => name)).toEqual([])
  })

  test.each(['/pw:=', 'password: {{', 'token=', '\n', ' ', '\t', '`', 'pw:"\\"'])(
    '%j, 100,000 letters long, neither',
    (unit) => {
      const text = repeated(unit, 100_000)
      expect(stepsOf(text)).toBeLessThanOrEqual(most(text.length))
    },
  )
})

describe('a text that is too tangled', () => {
  const tangled = '/pw:='.repeat(20_000)

  test('is masked from where it was no longer read, and says so', () => {
    const { text, taken } = redact(`The tunnel drops.\npassword: bluebird\n${tangled}\nAKIA${'ABCD2345'.repeat(2)}`)
    expect(text.startsWith(`The tunnel drops.\npassword: ${mask}\n`)).toBe(true)
    expect(text).not.toContain('AKIA')
    expect(taken.map(({ kind }) => kind)).toContain('unread rest')
  })

  test('stays as it was masked', () => {
    const once = redact(`The tunnel drops.\n${tangled}`).text
    expect(redact(once)).toEqual({ text: once, taken: [] })
  })

  test('is none that only says “password” often', () => {
    const text = 'The password is required, password: required, Password: ********\n'.repeat(1500)
    expect(redact(text)).toEqual({ text, taken: [] })
  })
})

test('what was refused may be the word before a secret', () => {
  expect(redact('password: password: hunter2').text).toBe(`password: password: ${mask}`)
})
