import { expect, test } from 'vitest'
import { isGrounded, isQuoted } from '../../../api/grounding/grounding.ts'

const fact = 'The spooler on PRN01 is stopped.'
const line = 'the spooler on PRN01 is stopped'
const output = (said: string) => ({ said, asked: 'Read the log', is_output: true })
const noise = 'entry written, nothing to report\n'.repeat(2000)

test('of an output of any length its start and its end carry a fact', () => {
  expect(isGrounded(fact, output(`${line}\n${noise}`), '')).toBe(true)
  expect(isGrounded(fact, output(`${noise}${line}`), '')).toBe(true)
})

test('what is not read, in the middle of a long output or in a line without an end, carries none', () => {
  expect(isGrounded(fact, output(`${noise}${line}\n${noise}`), '')).toBe(false)
  expect(isGrounded(fact, output(`${'x '.repeat(2000)}${line}`), '')).toBe(false)
})

// Each of these took 5 to 30 seconds where every clause was held against every other.
test.each(['a', 'aA', 'x-A', 'a, ', 'a. ', 'a=1, ', ' and ', '\t', '1 ', 'a: b\n', 'a  b\n', "Tom's ", '`'])(
  '100,000 characters of %j are judged, as an output, an answer and a message',
  (piece) => {
    const said = `${piece.repeat(Math.ceil(100_000 / piece.length))}. ${line}.`
    const verdicts = [
      isGrounded(fact, output(said), ''),
      isGrounded(fact, { said, asked: 'What is it?' }, ''),
      isQuoted('The spooler was replaced.', line, [{ said }], said.slice(0, 50_000)),
    ]
    expect(verdicts[2]).toBe(false)
  },
  5000,
)
