import type { LaneItem } from './lane.ts'
import { says } from './plain-words.ts'
import type { Cause, Problem, Sign } from './problem.ts'

const ESTABLISHED = 4
const DECIDING = 3
const SUPPORTED = 3
const RULED_OUT = -2

/** What the evidence says about one cause. */
export interface Verdict {
  cause: Cause
  score: number
  /** The signs that were seen and speak for it. */
  seen: Sign[]
}

/** Every cause of a problem, the most likely first, judged by lane answers and by what the engineer wrote himself. */
export function judge(problem: Problem, lane: LaneItem[], words: string[]): Verdict[] {
  const said = new Map(lane.flatMap(({ key, state, said }) => (key !== null && state === 'done' ? [[key, said]] : [])))
  const own_words = words.join('\n')
  const isSeen = ({ at, like }: Sign) => {
    return at.some((where) => {
      const text = where === 'words' ? own_words : said.get(where)
      return text !== undefined && says(text, like)
    })
  }
  return problem.causes
    .map((cause) => {
      const signs = cause.signs.filter(isSeen)
      const score = signs.reduce((sum, { weight }) => sum + weight, 0)
      return { cause, score, seen: signs.filter(({ weight }) => weight > 0) }
    })
    .toSorted((a, b) => b.score - a.score)
}

/** Enough evidence, a deciding sign among it, to suggest the fix. */
export const isEstablished = ({ score, seen }: Verdict) =>
  score >= ESTABLISHED && seen.some(({ weight }) => weight >= DECIDING)

/** Enough to suggest the fix as a guess once there is nothing left to ask. */
export const isSupported = ({ score }: Verdict) => score >= SUPPORTED

export const isRuledOut = ({ score }: Verdict) => score <= RULED_OUT

/** Confidence in per cent, for the fix. */
export const confidenceIn = (verdict: Verdict) => (isEstablished(verdict) ? Math.min(92, 50 + verdict.score * 8) : 55)
