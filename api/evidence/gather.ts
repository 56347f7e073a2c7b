import type { Answers, Tx } from '../../db/in-account.ts'
import type { FixScript } from '../../db/schema/session-suggested-fixes.ts'
import { selectSession } from '../ai-sessions/rows.ts'
import { found } from '../errors.ts'
import { selectFacts } from '../facts/rows.ts'
import { cutForModel } from '../grounding/cut-for-model.ts'
import { secretsIn } from '../redaction/marked-values.ts'
import type { Taken } from '../redaction/redact.ts'
import { redactDeep } from '../redaction/redact-deep.ts'
import { selectParameters } from '../redaction/rows.ts'
import { selectFixes } from '../suggested-fixes/rows.ts'
import type { SuggestedFix } from '../suggested-fixes/schemas.ts'
import type { TaskLane } from '../task-lane/lane.ts'
import { withLane } from '../task-lane/task-lane.ts'
import type { Evidence, EvidenceFix, FixOutcome, TriedFix } from './evidence.ts'
import { selectLinkedGenerations } from './rows.ts'

const longestProblem = 1000
const longestOutput = 2000

/** What a batch has to ask to gather a session's evidence; its answers are for `gathered`. */
export const evidenceQueries = (tx: Tx, account_id: string, session_id: string) =>
  [
    selectSession(tx, account_id, session_id),
    selectFacts(tx, account_id, session_id),
    selectFixes(tx, account_id, session_id),
    selectLinkedGenerations(tx, account_id, session_id),
    selectParameters(tx, account_id, session_id),
  ] as const

export type EvidenceAnswers = Answers<ReturnType<typeof evidenceQueries>>

/** The evidence without its secrets, and a report of what was taken out. Throws `not_found` where there is no such session. */
export function gathered([[row], facts, fixes, generations, parameters]: EvidenceAnswers) {
  const { session, task_lane } = withLane(found(row))
  const marked = secretsIn(parameters)
  const redacted: Taken[] = []
  // Before anything is cut: half a secret is not known for one.
  const clean = redactDeep(
    { title: session.title, problem: session.problem, task_lane, facts, fixes: fixes.map(shown), generations },
    marked,
    redacted,
  )
  const evidence: Evidence = {
    title: clean.title,
    problem: clean.problem && cutForModel(clean.problem, longestProblem),
    facts: clean.facts
      .filter(({ status }) => status === 'confirmed')
      .map(({ ordinal, text }) => ({ name: `F${ordinal}`, text })),
    ...chooseFix(clean.fixes),
    ...asked(clean.task_lane),
    generations: clean.generations.map(({ template, language, script }) => ({
      template,
      script: cut({ language, body: script }),
    })),
  }
  return { session, evidence, redacted, secrets: marked }
}

type ShownFix = ReturnType<typeof shown>

const shown = ({ parameters, outcome_proposal, ...fix }: SuggestedFix) => fix

function chooseFix(fixes: ShownFix[]): Pick<Evidence, 'fix' | 'other_fixes'> {
  const alive = fixes.filter(({ status }) => status !== 'dismissed')
  const tried = alive.filter(({ applied_at }) => applied_at !== null)
  const fix =
    tried.find(({ status }) => status === 'worked') ??
    alive.find(({ superseded_at }) => superseded_at === null) ??
    tried[0]
  return { fix: fix ? asFix(fix) : null, other_fixes: tried.filter((each) => each !== fix).map(asTried) }
}

const asTried = ({ title, status, outcome_note, script }: ShownFix): TriedFix => ({
  title,
  status: status as FixOutcome,
  outcome_note: outcome_note === '' ? null : outcome_note,
  script: script && cut(script),
})

const asFix = (fix: ShownFix): EvidenceFix => ({
  ...asTried(fix),
  // An engineer's own fix has no description, but a cause where he named one.
  description: fix.status === 'failed' ? null : (fix.cause ?? fix.description),
  confidence: fix.applied_at === null ? fix.confidence : null,
  facts: fix.facts.map((ordinal) => `F${ordinal}`),
})

function asked({ questions, checks }: TaskLane): Pick<Evidence, 'questions' | 'checks'> {
  return {
    questions: questions.flatMap(({ text, status, answer }) =>
      status === 'retired' ? [] : { text, status, answer: answer && cutForModel(answer, longestOutput) },
    ),
    checks: checks.flatMap(({ label, command, status, result }) =>
      status === 'retired' ? [] : { label, command, status, result: result && cutForModel(result, longestOutput) },
    ),
  }
}

const cut = ({ language, body }: FixScript): FixScript => ({ language, body: cutForModel(body, longestOutput) })
