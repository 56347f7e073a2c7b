import { describe, expect, test } from 'vitest'
import { compose, toMarkdown } from '../../../api/artifacts/compose.ts'
import { escalationPackage } from '../../../api/escalation-packages/escalation-package.ts'
import { type Evidence, fingerprintOf } from '../../../api/evidence/evidence.ts'
import { resolutionNote } from '../../../api/resolution-notes/resolution-note.ts'

const script = { language: 'powershell', body: 'Set-NpsVpnPolicy -Name Office' } as const

const ran: Evidence = {
  title: 'VPN drops after MFA',
  problem: 'Office laptops lose the VPN.',
  facts: [
    { name: 'F1', text: 'Only the office range is affected' },
    { name: 'F3', text: 'NPS01 logs reason code 22' },
  ],
  fix: {
    title: 'Re-enable PEAP',
    status: 'worked',
    outcome_note: 'All six stay connected.',
    script,
    description: 'The update reset the policy.',
    confidence: null,
    facts: ['F1'],
  },
  other_fixes: [{ title: 'Reset the tunnel', status: 'failed', outcome_note: 'It dropped again.', script }],
  questions: [
    { text: 'Since when?', status: 'done', answer: 'Tuesday night' },
    { text: 'Anyone at home?', status: 'open', answer: null },
  ],
  checks: [{ label: 'NPS log', command: 'Get-WinEvent', status: 'done', result: 'Reason code 22' }],
  generations: [{ template: 'Reset a policy', script }],
}

const suggested: Evidence = {
  ...ran,
  fix: { ...ran.fix, status: 'proposed', outcome_note: null, confidence: 82, facts: ['F3'] } as Evidence['fix'],
}

const others: Record<string, string> = {
  worked: 'partial',
  proposed: 'applied',
  failed: 'awaiting',
  done: 'skipped',
  open: 'done',
}

type Path = (string | number)[]

const leavesOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : value === null
      ? []
      : [path]

function changedAt(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) {
    if (typeof value === 'number') return value + 1
    return others[String(value)] ?? (/^F\d+$/.test(String(value)) ? 'F7' : `${value} changed`)
  }
  const inner = changedAt((value as Record<string, unknown>)[key], rest)
  return Array.isArray(value) ? value.with(Number(key), inner) : { ...(value as object), [key]: inner }
}

/** All that is made from the evidence without a model. */
const textsFrom = (evidence: Evidence) =>
  [resolutionNote, escalationPackage].map((artifact) => {
    const sections = compose(artifact, evidence, null)
    return [toMarkdown(artifact, sections), sections]
  })

const walks = [
  ...leavesOf(ran).map((path) => ({ path: path.join('.'), from: 'a fix that was run', evidence: ran, at: path })),
  ...leavesOf(suggested).map((path) => ({
    path: path.join('.'),
    from: 'a suggested fix',
    evidence: suggested,
    at: path,
  })),
]

describe.each(walks)('$path with $from', ({ evidence, at }) => {
  const changed = changedAt(evidence, at) as Evidence
  test('changes the fingerprint and the text', async () => {
    expect(await fingerprintOf(changed)).not.toBe(await fingerprintOf(evidence))
    // A fact that a fix rests on but that is not there any more is cited nowhere.
    const now = at.includes('facts') && at[0] === 'fix' ? withFact(changed) : changed
    const then = now === changed ? evidence : withFact(evidence)
    expect(textsFrom(now)).not.toEqual(textsFrom(then))
  })
})

const withFact = (evidence: Evidence): Evidence => ({
  ...evidence,
  facts: [...evidence.facts, { name: 'F7', text: 'Another fact' }],
})

test('every field that evidence can have is walked', () => {
  const fieldsOf = (evidence: Evidence) =>
    leavesOf(evidence).map((path) => path.filter((key) => typeof key === 'string').join('.'))
  const walked = new Set([...fieldsOf(ran), ...fieldsOf(suggested)])
  expect([...walked].sort()).toEqual(
    [
      'checks.command',
      'checks.label',
      'checks.result',
      'checks.status',
      'facts.name',
      'facts.text',
      'fix.confidence',
      'fix.description',
      'fix.facts',
      'fix.outcome_note',
      'fix.script.body',
      'fix.script.language',
      'fix.status',
      'fix.title',
      'generations.script.body',
      'generations.script.language',
      'generations.template',
      'other_fixes.outcome_note',
      'other_fixes.script.body',
      'other_fixes.script.language',
      'other_fixes.status',
      'other_fixes.title',
      'problem',
      'questions.answer',
      'questions.status',
      'questions.text',
      'title',
    ].sort(),
  )
})

test('a fact, a question or a fix more or less changes both', async () => {
  const fewer: Evidence[] = [
    { ...ran, facts: ran.facts.slice(1) },
    { ...ran, facts: [...ran.facts].reverse() },
    { ...ran, fix: null },
    { ...ran, other_fixes: [] },
    { ...ran, questions: ran.questions.slice(1) },
    { ...ran, checks: [] },
    { ...ran, generations: [] },
    { ...ran, problem: null },
  ]
  const prints = await Promise.all([ran, ...fewer].map(fingerprintOf))
  expect(new Set(prints).size).toBe(prints.length)
  for (const each of fewer) expect(textsFrom(each)).not.toEqual(textsFrom(ran))
})
