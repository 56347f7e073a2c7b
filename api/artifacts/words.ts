/** Words that carry nothing of what a sentence claims, English and German. */
const empty = new Set(
  `a an the this that these those it its they them their he she his her we our you your i and or but nor so as at by for from
  in into of off on onto out over to up with within without about after before again against all also any are be been being
  both can could did do does doing done each even every few had has have having here how if is just may might more most must
  no not now of only other own same shall should since some such than then there through too under until very was were what
  when where which while who whom whose why will would yet because due therefore thus which although though however during
  between via per one
  der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen keiner ist sind war waren wird
  wurde wurden werden worden sein hat haben hatte hatten habe im in am an auf aus bei mit nach von vom vor zu zum zur für über
  unter durch ohne gegen um bis seit als wie wenn weil dass ob auch nur noch schon sehr sich es er sie wir ihr ich man dann da
  dort hier diese dieser dieses diesem diesen jede jeder jedes alle mehr kann konnte können soll sollte muss musste`.split(
    /\s+/,
  ),
)

/** What every note is about, so that sharing it shows nothing. */
const usual = new Set(
  `issue issues problem problems cause causes caused causing fix fixed fixes resolve resolved resolution user users customer
  reported report reports confirmed confirm shows show showed found affected affects affect happen happened happens occurred
  problem fehler ursache behoben gelöst kunde benutzer betroffen`.split(/\s+/),
)

const beginning = 5
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/**
 * The words that a text makes its claim with, each by its first letters: what follows them differs with number, case and
 * tense, in most languages that set spaces between words; of the others every two letters are a word.
 */
export function claimWords(text: string): Set<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.flatMap(beginnings))
}

function beginnings(word: string): string[] {
  if (cjk.test(word)) return word.length === 1 ? [word] : [...word].slice(1).map((letter, at) => [...word][at] + letter)
  if (word.length < 2 || empty.has(word) || usual.has(word)) return []
  return [word.slice(0, beginning)]
}

/** How much of these words stands among others, 0 to 1; 1 for no words. */
export function shareOf(words: Set<string>, among: Set<string>): number {
  return words.size === 0 ? 1 : words.intersection(among).size / words.size
}

const negation =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unable|fail\p{L}*|lack\p{L}*|miss\p{L}*|absent|unaffected|refus\p{L}*|reject\p{L}*|stop\p{L}*|nicht|kein\p{L}*|ohne|nie|niemand|fehl\p{L}*)\b|n['’]t\b|\b(?:un|in|im|dis)(?:able|reach|affect|success|avail|complete|valid|connect|possible)\p{L}*/iu

/** Whether a text says that something is not so, in whatever words. */
export const denies = (text: string): boolean => negation.test(text)
