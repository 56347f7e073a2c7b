import type { Evidence, FixOutcome } from '../evidence/evidence.ts'

/** What a sentence can name. */
export type Source = {
  text: string
  /** How a fix went; undefined of a fact. */
  outcome?: FixOutcome
}

/** The facts and the fix by their names, in the order in which they are shown; a fix says what the facts beneath it say. */
export function readSources({ facts, fix }: Evidence): Map<string, Source> {
  const sources = new Map<string, Source>(facts.map(({ name, text }) => [name, { text }]))
  if (fix) {
    const beneath = facts.filter(({ name }) => fix.facts.includes(name)).map(({ text }) => text)
    sources.set('FIX', { text: [sayAll({ ...fix, facts: [] }), ...beneath].join('\n'), outcome: fix.status })
  }
  return sources
}

/** All that a value says, without the names of its fields. */
export function sayAll(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return typeof value === 'object' && value !== null ? Object.values(value).map(sayAll).join('\n') : ''
}
