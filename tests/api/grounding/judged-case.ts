import { groundsOf } from '../../../api/artifacts/evidence-sources.ts'
import type { Evidence, EvidenceFix } from '../../../api/evidence/evidence.ts'
import { createJudge } from '../../../api/grounding/judge.ts'

/** The evidence of a session with these facts and this fix, and nothing else. */
export const evidenceOf = (facts: string[], fix: Partial<EvidenceFix> = {}, problem = ''): Evidence => ({
  title: 'Nothing prints in the warehouse',
  problem,
  facts: facts.map((text, at) => ({ name: `F${at + 1}`, text })),
  fix: {
    title: 'Use driver 3.0 for WH-PRN-2',
    description: 'Assign driver 3.0 to WH-PRN-2, delete the stuck jobs and restart the spooler.',
    status: 'worked',
    outcome_note: 'Twelve jobs printed, and the spooler has not failed since.',
    script: null,
    confidence: null,
    facts: [],
    ...fix,
  },
  other_fixes: [],
  questions: [],
  checks: [],
  generations: [],
})

/** What a judge of this evidence says of a text that names F1, or what is named: nothing where it keeps it. */
export function whyDropped(evidence: Evidence, section = 'root_cause') {
  const judge = createJudge(groundsOf(evidence))
  return (text: string, ...cites: string[]) =>
    judge(section, { text, cites: cites.length > 0 ? cites : ['F1'] }).dropped?.why
}
