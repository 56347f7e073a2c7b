import type { Tx } from '../../db/in-account.ts'
import type { OutcomeProposal } from '../../db/schema/session-suggested-fixes.ts'
import { promoteFact, type Written } from '../facts/promote.ts'
import type { Fact } from '../facts/schemas.ts'
import { redactDeep } from '../redaction/redact-deep.ts'
import type { SuggestedFix } from '../suggested-fixes/schemas.ts'
import { proposeOutcome, suggestFix } from '../suggested-fixes/suggest.ts'
import type { TaskLane } from '../task-lane/lane.ts'
import { mergeChecks, mergeQuestions, type Named } from '../task-lane/merge.ts'
import { lockLane, saveLane } from '../task-lane/task-lane.ts'
import type { Block, FixPayload, MarkerName, OutcomePayload, PromotePayload } from './payloads.ts'

/** What a block did, as the stream tells it. */
export type Applied =
  | { event: 'task_lane'; data: { task_lane: TaskLane }; effect: { type: 'questions' | 'checks'; ids: string[] } }
  | { event: 'fact'; data: { fact: Fact } }
  | { event: 'suggested_fix'; data: { suggested_fix: SuggestedFix } }
  | { event: 'outcome_proposal'; data: OutcomeProposal & { suggested_fix_id: string } }
  | {
      event: 'rejected'
      data: { marker: MarkerName; reason: 'not_json' | 'invalid' | 'too_large' | 'duplicate' | 'no_fix' }
    }

/** The reply that a block stands in. */
export type Reply = {
  account_id: string
  session_id: string
  /** The lane's items that its blocks named so far. */
  named: { questions: Named; checks: Named }
  /** What the engineer wrote in this session, beside what the linked ticket says. */
  written: Written
  /** Values that are known to be secret. */
  secrets: readonly string[]
}

/** Turns a block into what it says, without its secrets: lane items, facts, a fix or an outcome proposal. */
export async function applyBlock(tx: Tx, reply: Reply, said: Block): Promise<Applied[]> {
  // A fix brings values with it that are secret from then on: it is redacted where those are known.
  const block = said.marker === 'SUGGEST_FIX' ? said : redactDeep(said, reply.secrets)
  switch (block.marker) {
    case 'QUESTIONS':
      return await applyToLane(tx, reply, 'questions', (lane) =>
        mergeQuestions(lane, block.questions, reply.named.questions),
      )
    case 'ACTIONS':
      return await applyToLane(tx, reply, 'checks', (lane) => mergeChecks(lane, block.checks, reply.named.checks))
    case 'PROMOTE':
      return await applyFacts(tx, reply, block.facts)
    case 'SUGGEST_FIX':
      return await applyFix(tx, reply, block.fix)
    case 'FIX_OUTCOME':
      return await applyOutcome(tx, reply, block.outcome)
  }
}

async function applyToLane(
  tx: Tx,
  reply: Reply,
  type: 'questions' | 'checks',
  merge: (lane: TaskLane) => TaskLane,
): Promise<Applied[]> {
  const { task_lane: before } = await lockLane(tx, reply.account_id, reply.session_id)
  const namedBefore = new Set(reply.named[type])
  const task_lane = merge(before)
  saveLane(tx, reply.account_id, reply.session_id, task_lane)
  const ids = [...reply.named[type]].filter((id) => !namedBefore.has(id))
  return [{ event: 'task_lane', data: { task_lane }, effect: { type, ids } }]
}

async function applyFacts(tx: Tx, reply: Reply, promotions: PromotePayload[]): Promise<Applied[]> {
  const locked = await lockLane(tx, reply.account_id, reply.session_id)
  // As the model read it, whose words these are.
  const task_lane = redactDeep(locked.task_lane, reply.secrets)
  const applied: Applied[] = []
  for (const promotion of promotions) {
    const fact = await promoteFact(tx, reply, promotion, task_lane, reply.written)
    applied.push(
      fact
        ? { event: 'fact', data: { fact } }
        : { event: 'rejected', data: { marker: 'PROMOTE', reason: 'duplicate' } },
    )
  }
  return applied
}

async function applyFix(tx: Tx, reply: Reply, fix: FixPayload): Promise<Applied[]> {
  return [{ event: 'suggested_fix', data: { suggested_fix: await suggestFix(tx, reply, fix, reply.secrets) } }]
}

async function applyOutcome(tx: Tx, reply: Reply, proposal: OutcomePayload): Promise<Applied[]> {
  const suggested_fix_id = await proposeOutcome(tx, reply, proposal)
  if (!suggested_fix_id) return [{ event: 'rejected', data: { marker: 'FIX_OUTCOME', reason: 'no_fix' } }]
  return [{ event: 'outcome_proposal', data: { suggested_fix_id, ...proposal } }]
}
