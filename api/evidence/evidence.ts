import type { FixScript } from '../../db/schema/session-suggested-fixes.ts'
import type { SuggestedFix } from '../suggested-fixes/schemas.ts'

/**
 * Everything that a note or a package may rest on, without secrets. Each of its fields stands in one of the texts that
 * are made from it, so whatever changes the evidence changes a text.
 */
export type Evidence = {
  title: string
  problem: string | null
  /** The confirmed facts, by ordinal. */
  facts: NamedFact[]
  /** The fix that a sentence names as FIX: the one that worked, else the active one, else the last that was run. */
  fix: EvidenceFix | null
  /** What else was run, newest first. */
  other_fixes: TriedFix[]
  questions: AskedQuestion[]
  checks: AskedCheck[]
  /** Scripts that were made for this session from the library, oldest first. */
  generations: { template: string; script: FixScript }[]
}

export type NamedFact = { name: `F${number}`; text: string }
export type FixOutcome = Exclude<SuggestedFix['status'], 'dismissed'>
export type TriedFix = { title: string; status: FixOutcome; outcome_note: string | null; script: FixScript | null }
export type EvidenceFix = TriedFix & {
  /** Null where the fix failed: it explains nothing then. */
  description: string | null
  /** Of interest only before it was run. */
  confidence: number | null
  /** Names of the facts that it rests on. */
  facts: string[]
}
export type AskedQuestion = { text: string; status: ItemState; answer: string | null }
export type AskedCheck = { label: string; command: string | null; status: ItemState; result: string | null }
/** What was retired was neither asked nor answered. */
type ItemState = 'open' | 'done' | 'skipped'

/** Bumped when the same evidence has to be written about anew: another prompt, other rules of what is kept. */
const rules_version = 1

/** The same for the same evidence, in every process; another one when any of its fields changed. */
export async function fingerprintOf(evidence: Evidence): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([rules_version, evidence]))
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
}
