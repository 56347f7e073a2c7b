import type { Conversation } from './conversation.ts'
import { type EstablishedFact, establishFacts } from './established-facts.ts'
import { hasFailed } from './fix-outcome.ts'
import { type LaneItem, readLane } from './lane.ts'
import type { Problem } from './problem.ts'
import { judge, type Verdict } from './verdict.ts'

/** One turn as the practice model sees it: what is known, what it means, and what is new in it. */
export interface Turn {
  problem: Problem
  conversation: Conversation
  lane: LaneItem[]
  /** The causes whose fix has not been tried, the most likely first. */
  verdicts: Verdict[]
  facts: EstablishedFact[]
}

/** Reads what a conversation says on a problem. */
export function readTurn(problem: Problem, conversation: Conversation): Turn {
  const lane = readLane(problem, conversation.state)
  const judged = judge(problem, lane, conversation.words)
  const facts = establishFacts(problem, conversation, lane, judged)
  const verdicts = judged.filter(({ cause }) => !isTried(cause.fix.title, conversation))
  return { problem, conversation, lane, verdicts, facts }
}

function isTried(title: string, { replies, state }: Conversation): boolean {
  const is_active = state.suggested_fix?.title === title && !hasFailed(state.suggested_fix.status)
  return !is_active && replies.some((reply) => reply.includes('[SUGGEST_FIX]') && reply.includes(JSON.stringify(title)))
}
