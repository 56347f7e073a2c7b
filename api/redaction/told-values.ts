import { isPlain, isStrong, isUnmistakable } from './plain-values.ts'

const no_value =
  /^\P{L}*(?:yes|no|y|n|yep|yeah|nope|ok|okay|sure|correct|right|wrong|true|false|none|nothing|nil|null|n\/a|na|unknown|not (?:known|sure|set|given|needed|yet|applicable|available|provided|tested|checked)|unsure|no idea|not a clue|dunno|(?:i )?do(?:n['’]?t| not) know|forgot(?:ten)?|(?:the )?same(?: as before)?|unchanged|ja|nein|jein|doch|nee|kein(?:e|s)?|keine ahnung|weiß (?:ich )?nicht|unbekannt|vergessen|unverändert|oui|non|aucune?|inconnue?|je ne sais pas|oubliée?|s[ií]|ninguna?|desconocid[oa]|no (?:lo )?s[eé]|sì|nessuna?|non (?:lo )?so|sconosciut[oa]|sim|não|nenhuma?|não sei|geen|onbekend|weet (?:ik )?niet|skipped|done|erledigt|fait|hecho|fatto)\P{L}*$/iu

/** Words by which a sentence is known for one: who did what, and what is not. */
const statement = new Set(
  `i he she we they it you nobody someone everyone not never cannot can't don't doesn't didn't isn't wasn't won't hasn't haven't
  has have had was were been is are did does do will would can could should must
  ich er sie wir es man niemand jemand nicht kein keine hat habe haben hatte wurde wurden ist sind war kann konnte muss
  je il elle nous on ils ne pas a ai est sont été était
  yo él ella nosotros no ha he han es está fue era puede
  io lui lei noi non ho hanno è stato stata era può
  ik hij zij wij niet heeft heb hebben werd is kan`.split(/\s+/),
)

/** Where it is kept or how it was told: "see KeePass", "in the vault", "sent by SMS". */
const elsewhere =
  /^\P{L}*(?:see|ask|in|on|at|by|via|from|stored|saved|kept|sent|told|given|documented|written|siehe|steht|liegt|im|per|voir|dans|noté|ver|en|guardada|vedi|nel|zie|staat)\s/iu

/** "It is", "reset to", "lautet": the word that comes next is the value. */
const teller =
  /(?<!\p{L})(?:is|['’]s|was|to|as|be|becomes?|used?|uses|try|take|called|namely|think|guess|believe|chose|picked|typed|entered|said|says|gave|wrote|ist|lautet|auf|zu|heißt|war|nimm|est|à|es|era|è|op|naar|[:=])\s+(?:(?:now|just|again|the|a|an|still|simply|probably|maybe|jetzt|wieder|nur|die|der|das|now:|maintenant|ahora|adesso)\s+)*["'“„«‘]?([^\s"'”“»’.,;!?]+)/giu

/** A sentence is no longer; more is an output. */
const longest = 600

/**
 * Whether an answer tells no secret although it was asked for one: yes, no, unknown, or a sentence about it ("I reset it",
 * "he does not remember", "see KeePass").
 */
export function tellsNoValue(answer: string): boolean {
  const text = answer.trim()
  if (text === '' || isPlain(text) || no_value.test(text)) return true
  if (text.length > longest || /[“„«"`]/.test(text)) return false
  const words = text.split(/\s+/)
  if (words.length < 2) return false
  if (words.some((word) => isOdd(bare(word)))) return false
  if (/^\P{L}*(?:not|no|never|nicht|keine?|non|pas|niet|nunca)\s/iu.test(text)) return true
  const folded = words.map((word) => bare(word).toLowerCase())
  const told = [...text.matchAll(teller)].some(([, word = '']) => !isPlain(word) && !isState(word))
  if (told) return false
  return elsewhere.test(text) || folded.some((word) => statement.has(word)) || folded.every((word) => isPlain(word))
}

const bare = (word: string) => word.replace(/^["'(]+|["').,;:!?]+$/g, '')

/** "was rotated", "ist hinterlegt": what happened to it, in one word. */
const isState = (word: string) =>
  /^(?:\p{Ll}{3,}ed|(?:\p{Ll}{2,4})?(?:ge|ver|be|er)\p{Ll}{3,}(?:t|en)|\p{Ll}{3,}(?:é|ée|ado|ada|ato|ata)|it|him|her|them|me|us|nothing|that)$/u.test(
    word,
  )

const isOdd = (word: string) =>
  isStrong(word) || isUnmistakable(word) || /\p{L}[^\p{L}'’\-./]|[^\p{L}'’\-./("]\p{L}/u.test(word)
