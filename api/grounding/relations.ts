import { contentWords, standsAmong, suppliedBy } from './content-words.ts'

const anyOf = (list: string) => new RegExp(`(?<![\\p{L}\\p{N}_])(?:${list})(?![\\p{L}\\p{N}_])`, 'giu')

/** What joins two things that happened, and what joins them the other way round. */
const relations = [
  {
    joint: anyOf('after|since|following|nachdem|seit|seitdem|nach(?= \\p{L})'),
    same: anyOf(
      'after|since|following|once|when|whenever|as soon as|as of|nachdem|nach|seit|seitdem|ab|sobald|als|wann|from',
    ),
    converse: anyOf('before|prior to|then|afterwards|later|thereafter|after that|bevor|vor|danach|dann|später'),
  },
  {
    joint: anyOf('before|prior to|until|till|bevor|bis(?! auf)'),
    same: anyOf('before|prior to|until|till|yet|then|afterwards|later|thereafter|bevor|vor|bis|ehe|danach|dann|später'),
    converse: anyOf('after|since|once|nachdem|nach|seit'),
  },
  {
    joint: anyOf('during|while|whenever|während'),
    same: anyOf('during|while|when|whenever|at|in|on|as|während|beim|bei|im|wenn|als'),
    converse: anyOf('during|while|when|whenever|as|während'),
  },
]
const causal = anyOf(
  'because|because of|due to|owing to|thanks to|caus(?:e|es|ed|ing)|reasons?|why|led to|leads to|leading to|result(?:s|ed|ing)? (?:in|from|of)|trigger\\p{L}*|therefore|thus|hence|consequently|as a result|so that|so(?= (?:the|a|an|it|that|they|we|i|he|she|no|all)\\b)|weil|wegen|aufgrund|deshalb|daher|darum|dadurch|sodass|ursache|ursächlich|verursach\\p{L}*|führ(?:t|te|en|ten) (?:dazu|zu)|grund|warum|wieso|folge',
)
const has = (pattern: RegExp, text: string) => text.search(pattern) !== -1

/** So much of what a relation speaks of stands on the same side of one in the source. */
const enough = 0.5

/**
 * Whether a sentence says of two things that one came after, before or from the other, where its source does not say so
 * of them. `passages` are the sentences of the source, each with what it answers.
 */
export function inventsRelation(sentence: string, passages: string[]): boolean {
  if (has(causal, sentence) && !passages.some((passage) => has(causal, passage) && covers(passage, sentence)))
    return true
  return relations.some(({ joint, same, converse }) =>
    [...sentence.matchAll(joint)].some((found) => {
      const object = behind(sentence, found.index + found[0].length)
      if (contentWords(object).length === 0) return false
      return !passages.some(
        (passage) =>
          [...passage.matchAll(same)].some((at) => covers(passage.slice(at.index + at[0].length), object)) ||
          [...passage.matchAll(converse)].some((at) => covers(passage.slice(0, at.index), object)),
      )
    }),
  )
}

/** What a joint governs: up to the next part of the sentence. */
function behind(sentence: string, at: number): string {
  const [object = ''] = sentence.slice(at).split(/[,.;:!?]\s|\s(?:and|but|und|aber)\s/u)
  // Where it begins the sentence without a comma, what it governs ends somewhere.
  return /^\s*\p{L}+$/u.test(sentence.slice(0, at)) ? object.trim().split(/\s+/u).slice(0, 3).join(' ') : object
}

function covers(passage: string, said: string): boolean {
  const words = contentWords(said)
  const supplied = suppliedBy(passage)
  return words.filter((word) => standsAmong(word, supplied)).length >= words.length * enough
}
