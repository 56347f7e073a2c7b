import { isAsked, isExpectation, isFormer, isGoverned, isGuessed, isPlanned, isRetraction } from './assertiveness.ts'
import { contentWords } from './content-words.ts'
import { foldType } from './fold.ts'

/** A part of a text that says one thing. */
export type Clause = {
  text: string
  /** The whole sentence that it stands in, and which one of the text that is. */
  sentence: string
  at: number
  /** Whether it is put as something that is so: not asked, supposed, guessed or expected. */
  asserts: boolean
  /** Whether it speaks of what is to be done, or of what once was. */
  is_planned: boolean
  is_former: boolean
}

/** Abbreviations and ordinals whose full stop ends no sentence. */
const stop = String.raw`(?<!\b(?:mr|mrs|ms|dr|st|no|nr|ca|approx|vs|e\.g|i\.e|z\.b|hr|fr|bzw|inkl|incl|max|min|evtl)\.)(?<!\b\p{N}{1,2}\.(?= \p{L}))(?<=[.!?…]["')\]]*)\s+`
const turn = String.raw`;\s+|,?\s+-{1,2}\s+|(?<!(?<!\p{L})(?:all|none|nobody|nothing|everybody|everyone|everything|anything|one|niemand|nichts|alle)),?\s(?=(?:but|however|although|though|whereas|yet|aber|jedoch|obwohl|sondern|doch)\s)`
const sentenceEnd = new RegExp(`\\n|${stop}|${turn}`, 'iu')
/** Where what is said ends: a line or a full stop. A but is no end of it. */
export const passageEnd = new RegExp(`\\n|${stop}`, 'giu')

const clauseEnd =
  /,\s+|(?<!(?<![\p{L}\p{N}])\p{L}):\s+|\s\(|\)\s?|\s(?=(?:and|or|und|oder|while|when|whenever|wenn|sobald|because|since|so|which|who|after|before|once|until|then|as|wodurch|weil|während|nachdem|bevor|bis|sodass|dann|welche[rs]?|instead|rather than|anstatt|statt)\s)/iu

/** A line that goes on in the next one: long, or broken behind a word that nothing ends with. */
const wrapped =
  /(?:^[^\n]{55,}[^\s.!?:;|]|(?:^|[^\p{L}])(?:not|no|never|n't|a|an|the|of|to|in|on|at|by|for|from|with|without|and|or|but|that|is|are|was|were|be|been|has|have|had|does|do|did|can|will|would|could|should|may|might|must|if|whether|nicht|kein|keine|nie|der|die|das|den|dem|ein|eine|und|oder|mit|ohne|von|zu|im|in|ist|sind|war|wurde|wird|hat|haben|ob|wenn|dass|,))[ \t]*\n[ \t]*(?=[\p{Ll}\p{N}'"(])/gimu

/** A text with its lines joined where they were only wrapped. */
export const joinWrapped = (text: string): string => foldType(text).replace(wrapped, (end) => `${end.trimEnd()} `)

/** The clauses of a text, in order, each with what its sentence says of itself. */
export function clausesIn(text: string): Clause[] {
  const sentences = splitKeeping(joinWrapped(text), sentenceEnd)
  return sentences.flatMap((sentence, at) => {
    const next = sentences[at + 1] ?? ''
    const is_open = isAsked(sentence) || isGoverned(sentence) || isRetraction(next)
    return clausesOf(sentence, at, !is_open)
  })
}

function clausesOf(sentence: string, at: number, asserts: boolean): Clause[] {
  const texts = splitKeeping(sentence, clauseEnd)
  const bare = texts.some((text) => isGuessed(text) && contentWords(text.replace(/[.!]+$/u, '')).length <= 1)
  const first = texts.findIndex((text) => isGuessed(text) || isExpectation(text))
  const planned = texts.findIndex((text) => isPlanned(text))
  return texts.map((text, index) => ({
    text,
    sentence,
    at,
    asserts: asserts && !bare && (first === -1 || index < first),
    is_planned: planned !== -1 && index >= planned,
    is_former: isFormer(text),
  }))
}

const splitKeeping = (text: string, end: RegExp): string[] =>
  text
    .split(end)
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
