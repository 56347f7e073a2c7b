import { chooseAsks, listAsks } from './asks.ts'
import type { Conversation } from './conversation.ts'
import { factsBehind } from './established-facts.ts'
import { hasFailed, hasWorked, readFixOutcome } from './fix-outcome.ts'
import type { Problem } from './problem.ts'
import type { Reply } from './reply.ts'
import { readTurn, type Turn } from './turn.ts'
import { confidenceIn, isEstablished, isSupported, type Verdict } from './verdict.ts'
import * as wording from './wording.ts'

/** The next reply on a problem: opening, follow-up, fix, outcome of a fix, or an honest end. */
export function walk(problem: Problem, conversation: Conversation): Reply {
  const turn = readTurn(problem, conversation)
  const active = conversation.state.suggested_fix
  if (active && hasWorked(active.status))
    return { prose: [wording.workedAlready(turn, active.title)], facts: turn.facts }
  if (active && !hasFailed(active.status)) return followFix(turn, active.title)
  return turn.lane.some(({ key }) => key !== null) ? followAnswers(turn) : open(turn)
}

function open({ problem, facts }: Turn): Reply {
  const { prose, questions, checks } = problem.opening
  return { prose: [prose], facts, ...listAsks(problem, { kept: [], added: [...questions, ...checks] }) }
}

function followAnswers(turn: Turn): Reply {
  const lead = turn.verdicts[0]
  if (lead && isEstablished(lead)) return conclude(turn, lead)
  const asks = chooseAsks(turn.problem, turn.verdicts, turn.lane)
  if (asks.kept.length > 0 || asks.added.length > 0) return ask(turn)
  if (lead && isSupported(lead)) return conclude(turn, lead)
  return { prose: wording.exhausted(turn), facts: turn.facts }
}

function ask(turn: Turn, more: Partial<Reply> = {}): Reply {
  const asks = chooseAsks(turn.problem, turn.verdicts, turn.lane)
  const prose = more.prose ?? wording.followUp(turn, asks)
  return { facts: turn.facts, ...listAsks(turn.problem, asks), ...more, prose }
}

function conclude(turn: Turn, verdict: Verdict): Reply {
  const { title, description, script } = verdict.cause.fix
  const facts = factsBehind(verdict, turn.conversation, turn.lane, turn.facts)
  return {
    prose: wording.conclusion(turn, verdict),
    facts: turn.facts,
    fix: { title, description, confidence: confidenceIn(verdict), facts, script },
  }
}

/** While a fix is out: take up its outcome, or a better cause, or wait for it. An outcome and a new fix never share a reply. */
function followFix(turn: Turn, title: string): Reply {
  const current = turn.verdicts.find(({ cause }) => cause.fix.title === title)
  const outcome = readFixOutcome(turn.conversation)
  if (outcome?.outcome === 'worked') return { prose: wording.worked(turn, current), facts: turn.facts, outcome }
  if (outcome) {
    const others = { ...turn, verdicts: turn.verdicts.filter((verdict) => verdict !== current) }
    return ask(others, { prose: wording.notFixed(others, outcome.outcome, current), outcome })
  }
  const better = turn.verdicts.find((verdict) => isEstablished(verdict) && verdict.score > (current?.score ?? 0))
  if (better && better !== current) return conclude(turn, better)
  return { prose: wording.awaitsFix(turn, title, current), facts: turn.facts }
}
