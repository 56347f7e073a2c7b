import type { Evidence } from '../evidence/evidence.ts'
import type { Source } from '../grounding/citations.ts'
import type { Grounds } from '../grounding/judge.ts'

/** What sentences about this evidence are judged by. How the problem was described is kept apart: it proves nothing. */
export function groundsOf(evidence: Evidence): Grounds {
  const { title, problem, ...established } = evidence
  return {
    sources: sourcesOf(evidence),
    established: sayAll(established),
    described: [title, problem ?? ''].join('\n'),
  }
}

/** The facts and the fix by their names, in the order in which they are shown; a fix says what the facts beneath it say. */
function sourcesOf({ facts, fix }: Evidence): Source[] {
  if (!fix) return facts
  const beneath = facts.filter(({ name }) => fix.facts.includes(name)).map(({ text }) => text)
  return [...facts, { name: 'FIX', text: [sayAll({ ...fix, facts: [] }), ...beneath].join('\n'), outcome: fix.status }]
}

/** All that a value says, without the names of its fields. */
function sayAll(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return typeof value === 'object' && value !== null ? Object.values(value).map(sayAll).join('\n') : ''
}
