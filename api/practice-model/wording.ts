import type { Asks } from './asks.ts'
import { oneLine, quoted } from './plain-words.ts'
import type { Turn } from './turn.ts'
import { isEstablished, isRuledOut, type Verdict } from './verdict.ts'

const MAX_SUMMED_UP = 8
/** From this score on a suspicion is spelled out. */
const TELLING = 2

/** Says what the answers mean so far and what is still missing. */
export function followUp(turn: Turn, { kept, added }: Asks): string[] {
  const lead = turn.verdicts.find(({ score }) => score > 0)
  const waiting = kept
    .filter(({ key }) => key !== null)
    .map(({ text }) => `**${oneLine(text.replace(/[?.]$/, ''), 90)}**`)
  const reaction = turn.facts.length > 0 ? pick(turn, TAKEN) : pick(turn, NOTHING_NEW)
  return [
    [reaction, unreadable(turn), ruledOut(turn)].filter(Boolean).join(' '),
    lead ? suspicion(turn, lead) : '',
    added.length > 0 ? pick(turn, NEXT) : '',
    waiting.length > 0 ? `${pick(turn, WAITING)} ${list(waiting)}.` : '',
  ]
}

/** Says why a fix is suggested; first of all that it is a guess, where it is one. */
export function conclusion(turn: Turn, verdict: Verdict): string[] {
  const { name, conclusion } = verdict.cause
  const out = ruledOut(turn)
  if (!isEstablished(verdict)) {
    const guess = `This is **the best remaining explanation, not a proven one**: ${name} fits, but what would settle it was not tested.`
    return [guess, out, conclusion, 'The fix is in the lane with that much confidence and no more.']
  }
  const fix = 'The fix is in the lane. Read the script before you run it: it checks first and says what it changes.'
  return [conclusion, [out, fix].filter(Boolean).join(' ')]
}

export function worked(turn: Turn, verdict: Verdict | undefined): string[] {
  const next = verdict?.cause.fix.afterwards ?? ''
  return [
    pick(turn, GOOD),
    `${next} Confirm the outcome in the lane; then **Resolve** writes the note from the facts.`.trim(),
  ]
}

export function workedAlready(turn: Turn, title: string): string {
  const fix = turn.verdicts.find(({ cause }) => cause.fix.title === title)?.cause.fix
  return `The fix is recorded as worked. ${fix ? `${fix.afterwards} ` : ''}What is left is **Resolve**.`
}

export function notFixed(turn: Turn, outcome: 'partial' | 'failed', verdict: Verdict | undefined): string[] {
  const what = verdict ? `${verdict.cause.name} was not it, or not all of it` : 'the cause lies elsewhere'
  const lead = turn.verdicts.find(({ score }) => score > 0)
  return [
    outcome === 'failed'
      ? `Then ${what}. Confirm the outcome in the lane, so that it stands under what was tried; if the change is not wanted any more, undo it before the next one.`
      : 'Partly is worth a closer look: **what do those that still fail have in common** (version, site, policy, age)? Confirm the outcome in the lane.',
    lead ? suspicion(turn, lead) : turn.problem.exhausted,
  ]
}

export function awaitsFix(turn: Turn, title: string, verdict: Verdict | undefined): string[] {
  const taken = turn.facts.length > 0 ? 'Taken down; it does not change the suggestion. ' : ''
  return [
    `${taken}The suggestion stands: **${quoted(title)}**. Tell me what happened once it is applied: worked, partly, or not.`,
    verdict ? `What to watch: ${verdict.cause.fix.afterwards}` : '',
  ]
}

/** The honest end: no cause found, why not, and what stands. */
export function exhausted(turn: Turn): string[] {
  const facts = [...turn.conversation.state.facts, ...turn.facts].map(({ text }) => `- ${quoted(text)}`)
  return [
    untested(turn) || turn.problem.exhausted,
    ruledOut(turn),
    facts.length > 0 ? `What stands so far:\n\n${facts.slice(-MAX_SUMMED_UP).join('\n')}` : '',
  ]
}

/** Causes that nothing speaks against because what would tell was skipped. */
function untested({ verdicts, lane }: Turn): string {
  const possible = verdicts.filter((verdict) => !isRuledOut(verdict)).map(({ cause }) => cause)
  const skipped = lane.filter(
    ({ key, state }) => state === 'skipped' && possible.some(({ asks }) => asks.includes(key ?? '')),
  )
  if (possible.length === 0 || skipped.length === 0) return ''
  const causes = list(possible.map(({ name }) => `**${name}**`))
  const open = list(skipped.map(({ text }) => `“${oneLine(text, 90)}”`))
  return `I can’t name a cause from this, and I won’t guess. Still possible: ${causes}. What would tell was not tested: ${open}. Bring me any one of these, and we go on; or escalate with the facts as they stand.`
}

function suspicion(turn: Turn, { cause, score }: Verdict): string {
  if (score < TELLING) return `It leans a little towards **${cause.name}**, no more than that yet.`
  return saidBefore(turn, cause.suspicion) ? `It still leans towards **${cause.name}**.` : cause.suspicion
}

function ruledOut(turn: Turn): string {
  const names = turn.verdicts.filter(isRuledOut).map(({ cause }) => cause.name)
  const news = names.filter((name) => !saidBefore(turn, `against ${name}`))
  return news.length > 0 ? `That speaks ${list(news.map((name) => `against ${name}`))}.` : ''
}

/** Results from which no fact could be read, named once. */
function unreadable({ lane, facts, conversation }: Turn): string {
  const known = new Set([...conversation.state.facts, ...facts].map(({ source_ref }) => source_ref))
  const results = lane.filter(({ kind, state, id, key, said }) => {
    return kind === 'check' && state === 'done' && key !== null && said.length > 160 && !known.has(id)
  })
  const news = results.filter(
    ({ text }) => !conversation.replies.some((reply) => reply.includes(`output of “${text}”`)),
  )
  return news
    .map(({ text }) => `I can’t read a cause out of the output of “${text}”; say in a word what stands out.`)
    .join(' ')
}

const saidBefore = ({ conversation }: Turn, words: string) =>
  conversation.replies.some((reply) => reply.includes(words))

const pick = ({ conversation }: Turn, variants: string[]) =>
  variants[conversation.replies.length % variants.length] ?? ''

const list = (items: string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

const TAKEN = [
  'Good, that helps.',
  'Noted under what we know.',
  'That narrows it down.',
  'Useful: I took it down as a fact.',
]
const NOTHING_NEW = [
  'Nothing in that settles it yet.',
  'I can’t take a fact from that alone.',
  'That leaves the picture as it was.',
]
const NEXT = [
  'What I added to the lane would settle it.',
  'The next split is in the lane.',
  'One more step, in the lane, tells the rest apart.',
]
const WAITING = ['Still open:', 'I still wait for', 'What is missing to decide:']
const GOOD = ['Good. That fits the cause.', 'That is the result the facts pointed at.', 'Glad it holds.']
