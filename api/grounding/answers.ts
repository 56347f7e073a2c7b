import { isGoverned, isGuessed, isPlanned } from './assertiveness.ts'
import { type ContentWord, contentWords, splitNames, standsAmong, suppliedBy } from './content-words.ts'
import { foldLine, foldType } from './fold.ts'
import { countDenials } from './negation.ts'
import { type Unit, unitOf, unitsOf } from './source-units.ts'

/** What a fact may rest on: what was said, and what that answers, with the quick answers that were offered. */
export type Origin = {
  said: string
  asked?: string | undefined
  options?: string[] | undefined
  /** What was run, where a machine printed it. */
  command?: string | undefined
  /** What a machine printed, in records, tables and lines. */
  is_output?: boolean | undefined
}

/** What an origin asserts, and the words of what was asked that it may be told with. */
export type Reading = {
  units: Unit[]
  topic: Set<string>
  /** What was asked, where an answer to it says something of that. */
  asked: string
  /** The question's own denials count with an answer that is told in its words. */
  denials: number
  is_planned: boolean
  /** Whether the question takes for granted what it asks about: it asks who or when, or which of two. */
  presupposes: boolean
  /** Every clause has to say something of the answer: what was asked may be otherwise. */
  is_strict: boolean
  /** A yes that is limited by what follows it, and holds only with that. */
  limit: string | null
}

/** A fact as it is held against its origin: what that asserts, and all words of the fact. */
export type Comparison = { origin: Origin; reading: Reading; told: Set<string> }

const nothing: Reading = {
  units: [],
  topic: new Set(),
  asked: '',
  denials: 0,
  is_planned: false,
  is_strict: true,
  presupposes: false,
  limit: null,
}

const yes =
  /^(?:(?:yes|yep|yeah|yup|correct|right|true|indeed|affirmative|exactly|confirmed|y|ja|jawohl|jep|jo|genau|stimmt|richtig|doch|oui|sí|si|sì)(?![\p{L}\p{N}'])|(?=(?:it|they|he|she|that|this|we|i) (?:is|are|was|were|does|do|did|has|have|can)\b[.!, ]*$))(?:[,.! -]+(?:it|they|he|she|that|we|i|you|there|everything) (?:is|are|was|were|does|do|did|has|have|had|can)(?![\p{L}']| not)(?=[.,;!]|$))?[,.;:! -]*/iu
const no =
  /^(?:(?:no(?=\s*(?:[^\p{L}\p{N}\s]|$)|\s+(?:it|they|he|she|that|we|i|you|there|only|just|not|but|because|since|so|sorry)\b)|nope|nah|n|negative|false|wrong|nein|nö|nee|non)(?![\p{L}\p{N}'])|(?=not (?:yet|at all|so|really|any ?more)\b|never\b|noch nicht\b|nie\b|gar nicht\b)(?:not (?:yet|at all|so|really|any ?more)|never|noch nicht|nie|gar nicht)|(?=(?:it|they|he|she|that|we|i) (?:is|are|was|were|does|do|did|has|have|can)(?:n't| not)[.! ]*$))(?:[,.! -]+(?:it|they|he|she|that|we|i|you|there|nobody|none) ?(?:(?:is|are|was|were|does|do|did|has|have|had|can)(?:n't| not|not)|hasn't|isn't)?(?=[.,;!]|$))?[,.;:! -]*/iu
const tail = /^(?:it|they|he|she|that|we|i) (?:is|are|was|were|does|do|did|has|have|can)(?:n't| not)?[.! ]*$/iu

const wh =
  /(?:^|[,:;]\s*|\b(?:since|until|till|from|for|by|at|in|on|of|to|with|about|how|and|so|exactly|seit|bis|ab|von|mit|in|auf|an|bei|um|zu|für)\s+)(?:who|whom|whose|what|what's|which|when|where|why|how|wer|wen|wem|wessen|welche[rnsm]?|wann|wo|woher|wohin|wieso|weshalb|warum|wie|wieviele?|qui|que|quoi|quel\p{L}*|quand|où|quién|qué|cuándo|dónde|cuál)\b/iu

/** German asks for a thing with a word that is a verb in English. */
const germanWhat =
  /(?:^|\s)was (?=[^?]*(?:[äöüß]|\b(?:der|die|das|den|dem|ist|hat|haben|sich|nicht|und|wird|wurde|ein|eine|beim|zeigt|passiert|steht|sagt|macht|geht|genau)\b))/iu

/** Whether a question is answered by yes or no. */
const isPolar = (question: string): boolean => {
  const bare = question.replace(/\([^)]*\)/gu, '')
  return !wh.test(bare) && !germanWhat.test(bare)
}

const check =
  /^(?:please )?(?:check|confirm|verify|test|see|look|make sure|ensure|find out|determine|prüfen?|überprüfen?|nachsehen|testen)\b(?: (?:whether|if|that|ob|dass|up|at|for))?[,:]?\s*/iu
const isStatement =
  /^(?:please )?(?:check|confirm|verify|test|see|find out|determine|prüfen?|überprüfen?|nachsehen|testen)[,:]? (?:whether|if|that|ob|dass)\b/iu

/** What a yes or a no was given to: a question that is one, or a check of whether something is so. */
function proposition({ asked = '', is_output }: Origin): string | null {
  if (is_output)
    return isStatement.test(asked) ? asked.replace(check, '') : asked.endsWith('?') && isPolar(asked) ? asked : null
  const is_one = asked.split('?').filter((part) => /\p{L}/u.test(part)).length === 1
  return is_one && isPolar(asked) ? asked : null
}

/** Reads what an origin asserts, for a fact to be told from it. */
export function read(origin: Origin, fact: string): Reading {
  const { said, asked, is_output = false } = origin
  if (asked === undefined) return { ...nothing, units: unitsOf(said, is_output) }
  const text = foldType(said).trim()
  const denied = no.exec(text)
  const token = yes.exec(text) ?? denied
  if (token) {
    const [first = ''] = text.split(/\n|(?<=[.!?;])\s/u)
    const is_hedged = isGuessed(first) || isGoverned(first) || /\?\s*$/u.test(first)
    return is_hedged ? nothing : readYesOrNo(origin, denied !== null, text.slice(token[0].length))
  }
  const question = foldLine(asked)
  if (affirms(origin, text)) return readYesOrNo(origin, false, '')
  const polar = !is_output && isPolar(question)
  const units = unitsOf(said, is_output)
  const hedged = isGoverned(question.replace(check, '')) || isGuessed(question)
  return {
    ...nothing,
    units,
    // What a record names itself is told with its value, whatever the check was called.
    topic: hedged
      ? new Set()
      : topicOf(question, origin, fact).difference(new Set(units.flatMap(({ names }) => [...names]))),
    asked: polar || is_output ? '' : question,
    denials: polar || is_output ? 0 : countDenials(question),
    is_planned: !is_output && isPlanned(question),
    is_strict: polar,
    presupposes: !is_output && (!polar || alternatives(question).length > 0),
  }
}

/** Whether an answer only says once more what was asked: "open" where it was asked whether a port is. */
function affirms(origin: Origin, text: string): boolean {
  const stated = proposition(origin)
  const words = contentWords(text)
  return (
    stated !== null &&
    words.length > 0 &&
    words.length <= 3 &&
    alternatives(stated).length === 0 &&
    countDenials(text) === 0 &&
    !isGuessed(text) &&
    !isPlanned(text) &&
    !isGoverned(text) &&
    !/\?|\b(?:only|just|sometimes|partly|some|most|mostly|almost|nearly|nur|teilweise|manchmal|fast|how|if|when)\b/iu.test(
      text,
    ) &&
    words.every((word) => standsAmong(word, suppliedBy(stated)))
  )
}

const restricting =
  /(?<!\p{L})(?:but|only|except|unless|if|when|not|n't|just|partly|partially|sometimes|mostly|some|most|few|until|at least|for|aber|nur|außer|nicht|manchmal|teilweise|meistens|bis|wenn|einige|ausgenommen)(?!\p{L})/iu

function readYesOrNo(origin: Origin, denied: boolean, rest: string): Reading {
  const { is_output = false } = origin
  const others = tail.test(rest.trim()) ? [] : unitsOf(rest, is_output)
  const stated = proposition(origin)
  const question = stated === null ? '' : foldLine(stated).replace(/\?.*$/u, '')
  const is_open =
    question === '' ||
    isGuessed(question) ||
    isGoverned(question) ||
    countDenials(question) > 0 ||
    (!denied && alternatives(question).length > 0)
  if (is_open) return { ...nothing, units: others }
  const base = { ...unitOf(question, Number(denied)), is_planned: isPlanned(question) }
  const goes_on = !denied || /^\W*(?:only|just|nur|bloß|except|außer|ausschließlich)\b/iu.test(rest)
  return {
    ...nothing,
    units: [base, ...others],
    topic: goes_on ? suppliedBy(question) : new Set(),
    asked: question,
    limit: !(denied && goes_on) && restricting.test(rest) && contentWords(rest).length > 0 ? rest : null,
  }
}

/** The words of a question that its answer may be told with: not those of an alternative or an option that was not taken. */
function topicOf(question: string, { said, options = [], command = '' }: Origin, fact: string): Set<string> {
  const given = suppliedBy(said)
  const is_both = /\b(?:both|all of (?:them|these)|either|beide[sn]?|alle)\b/iu.test(said)
  const asked = suppliedBy(question)
  const others = options.includes(said.trim()) ? options.filter((option) => option !== said.trim()) : []
  const offered = others.filter(
    (option) => isPolar(question) || contentWords(option).every((word) => standsAmong(word, asked)),
  )
  const refused = suppliedBy([...(is_both ? [] : alternatives(question)), ...offered].join('\n'))
  const words = [question, splitNames(question), command].flatMap(contentWords)
  // An alternative is not taken where the fact has more of the question in it.
  const told = suppliedBy(fact)
  if (words.every((word) => standsAmong(word, refused) || !standsAmong(word, told)))
    return new Set(words.flatMap(({ forms }) => forms))
  const kept = words.filter((word) => standsAmong(word, given) || !standsAmong(word, refused))
  return new Set(kept.flatMap(({ forms }: ContentWord) => forms))
}

/** What stands on both sides of an or. */
function alternatives(question: string): string[] {
  const [before, ...behind] = question.split(/\s(?:or|oder|ou)\s/iu)
  if (behind.length === 0 || behind.every((part) => contentWords(part).length === 0))
    return behind.length > 0 ? ['not'] : []
  const last = contentWords(before ?? '').at(-1)?.word ?? ''
  return [last, ...behind.map((part) => part.split(/[,.;:?!]/u)[0] ?? '')]
}
