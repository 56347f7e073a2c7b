import type { Conversation } from './conversation.ts'
import type { LaneItem } from './lane.ts'
import { fold, isInWordsOf, oneLine, says, sentences } from './plain-words.ts'
import type { PracticeCheck, PracticeQuestion, Problem } from './problem.ts'
import type { Verdict } from './verdict.ts'

/** A fact as it is promoted: grounded in an item of the lane, or in words of the engineer. */
export interface EstablishedFact {
  text: string
  source_ref?: string
  quote?: string
}

const MAX_FACTS = 10
const MAX_RAW = 160

/** The facts that the lane and the engineer's last words establish and the session does not have yet. */
export function establishFacts(
  problem: Problem,
  conversation: Conversation,
  lane: LaneItem[],
  verdicts: Verdict[],
): EstablishedFact[] {
  const known = new Set(conversation.state.facts.map(({ text }) => fold(text)))
  const grounded = new Set(conversation.state.facts.map(({ source_ref }) => source_ref))
  const candidates = [
    ...lane.filter(({ id, state }) => state === 'done' && !grounded.has(id)).map((item) => factFromItem(problem, item)),
    ...factsFromWords(conversation.words.at(-1) ?? '', verdicts),
  ]
  return candidates
    .filter((fact) => fact !== null)
    .filter(({ text }) => !known.has(fold(text)) && known.add(fold(text)))
    .slice(0, MAX_FACTS)
}

function factFromItem(problem: Problem, { kind, key, id, text, said }: LaneItem): EstablishedFact | null {
  const fact =
    kind === 'question'
      ? factFromAnswer(key === null ? { text } : problem.questions[key], said)
      : factFromResult(key === null ? { label: text } : problem.checks[key], said)
  return fact === null ? null : { text: fact, source_ref: id }
}

type AboutAnswer = Pick<PracticeQuestion, 'text' | 'options'> & { topic?: string }
type AboutResult = Pick<PracticeCheck, 'label' | 'readings'> & { topic?: string }

/** The fact that an option stands for; where it has none, and of other answers, question and answer themselves. */
export function factFromAnswer(question: AboutAnswer | undefined, answer: string): string | null {
  if (question === undefined) return null
  const option = Object.entries(question.options ?? {}).find(([label]) => fold(label) === fold(answer))
  if (option?.[1] === null) return null
  const { text, topic } = question
  const said = oneLine(answer, 240)
  return option?.[1] || underTitle(text, topic, said)
}

/** A line of the result that is understood, or a short result as it is: a long one establishes nothing by itself. */
export function factFromResult(check: AboutResult | undefined, result: string): string | null {
  if (!check) return null
  const { label, topic, readings = [] } = check
  const understood = readings.filter(({ like }) => says(result, like))
  const facts = understood.map(({ like, fact }) =>
    fact.replace('$1', () => oneLine(result.match(like)?.[1] ?? '', 120)),
  )
  const fact = facts.find((words) => isInWordsOf(words, `${label} ${result}`))
  if (fact !== undefined) return fact
  if (result.trim() !== '' && result.trim().length <= MAX_RAW) return underTitle(label, topic, oneLine(result))
  const lines = result.split('\n').map((line) => oneLine(line))
  const line = lines.find((each) => each.length <= MAX_RAW && understood.some(({ like }) => says(each, like)))
  return line === undefined ? null : underTitle(label, topic, line)
}

/** What was said, behind the topic of what was asked; where that has words of its own, behind what was asked. */
function underTitle(asked: string, topic: string | undefined, said: string): string {
  if (topic !== undefined && isInWordsOf(topic, asked)) return `${topic}: ${said}`
  return `${oneLine(asked, 120)}${/[?.:!]$/u.test(asked) ? '' : ':'} ${said}`
}

function factsFromWords(words: string, verdicts: Verdict[]): EstablishedFact[] {
  const signs = verdicts.flatMap(({ seen }) => seen).filter(({ at }) => at.includes('words'))
  return sentences(words)
    .filter((sentence) => sentence.length >= 12 && sentence.length <= 300 && !sentence.endsWith('?'))
    .filter((sentence) => signs.some(({ like }) => says(sentence, like)))
    .map((sentence) => ({ text: oneLine(sentence), quote: sentence }))
}

/** Ordinals of the confirmed facts that a verdict rests on; new facts get the numbers after the highest. */
export function factsBehind(verdict: Verdict, conversation: Conversation, lane: LaneItem[], added: EstablishedFact[]) {
  const { facts } = conversation.state
  const highest = Math.max(0, ...facts.map(({ ordinal }) => ordinal))
  const all = [
    ...facts.filter(({ status }) => status === 'confirmed'),
    ...added.map((fact, at) => ({ ...fact, ordinal: highest + 1 + at })),
  ]
  const items = new Map(lane.map((item) => [item.id, item]))
  const supports = ({ text, source_ref }: { text: string; source_ref?: string | null }) => {
    const item = items.get(source_ref ?? '')
    const where = item ? item.key : 'words'
    return verdict.seen.some(({ at, like }) => where !== null && at.includes(where) && says(item?.said ?? text, like))
  }
  return all.filter(supports).map(({ ordinal }) => ordinal)
}
