import type { EstablishedFact } from './established-facts.ts'
import type { PracticeFix } from './problem.ts'

export interface AskedQuestion {
  id?: string
  text: string
  context?: string
  options?: string[]
}

export interface AskedCheck {
  id?: string
  label: string
  command?: string
  description?: string
  disruptive?: boolean
}

/** What the practice model says in one turn: paragraphs for the engineer, and what goes into the lane. */
export interface Reply {
  prose: string[]
  facts?: EstablishedFact[]
  questions?: AskedQuestion[]
  checks?: AskedCheck[]
  fix?: Omit<PracticeFix, 'afterwards'> & { confidence: number; facts: number[] }
  outcome?: { outcome: 'worked' | 'partial' | 'failed'; reason: string }
}

const FACTS_PER_BLOCK = 5

/** The reply as text: the first paragraph, what is confirmed, the rest, then fix, questions and checks. */
export function writeReply({ prose, facts = [], questions = [], checks = [], fix, outcome }: Reply): string {
  const [first, ...rest] = prose.filter((paragraph) => paragraph !== '')
  const parts = [first]
  for (let at = 0; at < facts.length; at += FACTS_PER_BLOCK) {
    parts.push(block('PROMOTE', facts.slice(at, at + FACTS_PER_BLOCK)))
  }
  if (outcome) parts.push(block('FIX_OUTCOME', outcome))
  parts.push(...rest)
  if (fix) parts.push(block('SUGGEST_FIX', fix))
  if (questions.length > 0) parts.push(block('QUESTIONS', questions))
  if (checks.length > 0) parts.push(block('ACTIONS', checks))
  return parts.filter((part) => part !== undefined).join('\n\n')
}

/** Words of others may stand inside a block: `[/` is escaped, so none of them can close it. */
function block(name: string, body: unknown): string {
  return `[${name}]\n${JSON.stringify(body).replaceAll('[/', '\\u005b/')}\n[/${name}]`
}
