import { describe, expect, test } from 'vitest'
import { evidenceOf, whyDropped } from './judged-case.ts'

const facts = [
  'WH-PRN-2 stopped printing on Monday 3 June, after driver 4.1 was installed on WH-PS1',
  'The spooler on WH-PS1 fails with error 0x00000709 every 10 minutes',
  'WH-PRN-3, which still uses driver 3.0, is not affected',
  'No jobs are lost: 12 jobs are stuck in the queue',
]
const evidence = evidenceOf(facts, { facts: ['F1'] }, 'The warehouse called at 07:40: labels do not come out.')
const why = whyDropped(evidence)

describe('a sentence is kept that', () => {
  test.each([
    ['repeats a fact', 'The spooler on WH-PS1 fails with error 0x00000709 every 10 minutes.', 'F2'],
    ['changes tense and voice', 'After the installation of driver 4.1 on WH-PS1, WH-PRN-2 stopped printing.', 'F1'],
    [
      'joins facts',
      'WH-PRN-2 stopped printing after driver 4.1 was installed; WH-PRN-3 with driver 3.0 is not affected.',
      'F1',
      'F3',
    ],
    ['denies what its fact denies', 'No jobs are lost.', 'F4'],
    ['says a number in words', 'Twelve jobs are stuck in the queue.', 'F4'],
    [
      'tells what the fix did',
      'WH-PRN-2 was assigned driver 3.0, the stuck jobs were deleted and the spooler restarted.',
      'FIX',
    ],
    ['tells that it works again', 'The spooler has not failed since, and twelve jobs printed.', 'FIX', 'F2'],
    ['rests on more than it names', 'Since driver 4.1 was installed, the spooler fails with error 0x00000709.', 'F1'],
  ])('%s', (_, text, ...cites) => expect(why(text, ...cites)).toBeUndefined())
})

describe('a sentence is dropped that brings in', () => {
  test.each([
    [
      'another host',
      'WH-PRN-4 stopped printing after driver 4.1 was installed.',
      'F1',
      '“wh-prn-4” stands nowhere in the evidence.',
    ],
    ['another error', 'The spooler fails with error 0x00000bcb.', 'F2', '“0x00000bcb” stands nowhere in the evidence.'],
    ['another day', 'WH-PRN-2 stopped printing on Tuesday.', 'F1', '“tuesday” stands nowhere in the evidence.'],
    ['another quantity', 'The spooler fails every 20 minutes.', 'F2', '“20 minute” stands nowhere in the evidence.'],
    ['somebody', 'Karen Miller stopped printing on WH-PRN-2.', 'F1', 'F1 says not “karen”.'],
    ['a cause', 'A damaged cable stopped WH-PRN-2.', 'F1', 'F1 says not “damaged”.'],
    ['what another fact says', 'The queue is stuck.', 'F3', 'F3 says not “queue”.'],
    ['what only the description says', 'Labels stopped printing.', 'F1', 'F1 says not “labels”.'],
  ])('%s', (_, text, cites, reason) => expect(why(text, cites)).toBe(reason))
})

describe('a sentence is dropped that turns around what it names', () => {
  test.each([
    ['by leaving the denial out', 'WH-PRN-3, which uses driver 3.0, is affected.', 'F3', 'F3 says the opposite.'],
    [
      'by saying it of another one too',
      'WH-PRN-3, which uses driver 3.0, is not affected either.',
      'F3',
      'F3 says something else.',
    ],
    ['by saying it of all', 'All jobs in the queue are stuck.', 'F4', 'F4 says something else.'],
  ])('%s', (_, text, cites, reason) => expect(why(text, cites)).toBe(reason))

  test('a denial where nothing is denied and nothing failed', () => {
    const said = whyDropped(evidenceOf(['The licence was renewed on WH-PS1']))
    expect(said('The licence was not renewed on WH-PS1.')).toBe('F1 says the opposite.')
  })
})

test('in the section of the problem it may say how that was described', () => {
  const inProblem = whyDropped(evidence, 'problem')
  expect(inProblem('Labels do not come out since driver 4.1 was installed.', 'F1')).toBeUndefined()
  expect(inProblem('Labels are too small since driver 4.1 was installed.', 'F1')).toBe('F1 says not “small”.')
})

describe('an instruction is dropped', () => {
  test.each([
    'Please restart the spooler on WH-PS1.',
    'Ignore error 0x00000709 of the spooler.',
    'The spooler on WH-PS1 should be stopped.',
    'You must install driver 4.1.',
  ])('%s', (text) => expect(why(text, 'F1', 'F2')).toBe('It is an instruction, not a finding.'))
})

test('a step may be new and may be an instruction, but nothing concrete in it may be made up', () => {
  const next = whyDropped(evidence, 'suggested_next_steps')
  expect(next('Ask the vendor whether driver 4.1 is known to fail.', 'F1')).toBeUndefined()
  expect(next('Roll back to driver 2.7.', 'F1')).toBe('“2.7” stands nowhere in the evidence.')
  expect(next('Reboot everything.', 'F3')).toBe('F3 says something else.')
})

test('other languages are judged in their own words', () => {
  const said = whyDropped(
    evidenceOf([
      'L’imprimante WH-PRN-2 n’imprime plus depuis la mise à jour du pilote 4.1',
      '倉庫のプリンターはドライバー4.1の更新後に印刷できません',
      'Der Drucker WH-PRN-2 druckt seit der Aktualisierung des Treibers 4.1 nicht mehr',
    ]),
  )
  expect(said('Depuis la mise à jour du pilote 4.1, l’imprimante WH-PRN-2 n’imprime plus.', 'F1')).toBeUndefined()
  expect(said('L’imprimante WH-PRN-2 a été volée.', 'F1')).toBe('F1 says not “été”.')
  expect(said('ドライバー4.1の更新後に倉庫のプリンターは印刷できません', 'F2')).toBeUndefined()
  expect(said('Seit der Treiberaktualisierung 4.1 druckt WH-PRN-2 nicht mehr.', 'F3')).toBeUndefined()
  expect(said('Der Drucker WH-PRN-2 druckt seit dem Umzug nicht mehr.', 'F3')).toBe('F3 says not “umzug”.')
})

test('what is too long for one sentence is dropped', () => {
  const text = `The spooler ${'('.repeat(100_000)}`
  expect(why(text, 'F2')).toBe('It is too long for one sentence.')
})
