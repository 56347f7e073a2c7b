/** Words that carry nothing of what a sentence claims, English and German. */
const empty = new Set(
  `a an the this that these those it its they them their he his she her we our you your i me him us and or but nor so as at by
  for from in into of off on onto out over to up with within without about after before again against all also any are be been
  being both can could cannot do does did done doing each either every everyone everybody everything few had has have having
  here how if is just may might more most must no not nobody none nothing never neither now of once only other others own same
  shall should since some somebody someone such than then there through too under until very was were what when where whether
  which while who whom whose why will would yet because due therefore thus although though however whereas during between via
  per one ones re un still ever got get gets getting
  der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen keinem keiner ist sind war
  waren wird wurde wurden werden worden sein hat haben hatte hatten habe im in am an auf aus bei beim mit nach von vom vor zu
  zum zur für über unter durch ohne gegen um bis seit als wie wenn weil dass ob auch nur noch schon sehr sich es er sie wir ihr
  ihre ihren seine seinen ich man dann da dort hier diese dieser dieses diesem diesen jede jeder jedes jeden alle mehr kann
  konnte konnten können soll sollte muss musste ließ lassen wieder erst nun dagegen während damit daran weiter weiterhin ab
  nachdem deren dessen denen jedoch sowie beiden bereits zuvor danach seitdem worauf wobei dadurch`
    .split(/\s+/)
    .flatMap((word) => [word, word.normalize('NFKC')]),
)

/** What every note is about, so that sharing it shows nothing. */
const usual = new Set(
  `issue issues problem problems cause causes caused causing reason fix fixed fixes resolve resolved resolution user users
  people customer reported report reports confirmed confirm shows show showed shown found affected affects affect happen
  happened happens occurred fehler ursache grund behoben gelöst kunde benutzer betroffen`.split(/\s+/),
)

/** Verbs whose forms differ in more than their ending, each with the one that they are counted as. */
const irregular = new Map(
  `sent:send took:take taken:take ran:run running:run gave:give given:give made:make went:go lost:lose came:come
  wrote:write written:write held:hold kept:keep left:leave met:meet broke:break broken:break chose:choose chosen:choose
  fell:fall fallen:fall grew:grow grown:grow knew:know known:know rose:rise risen:rise saw:see seen:see shown:show
  began:begin begun:begin brought:bring built:build bought:buy caught:catch dealt:deal drew:draw felt:feel found:find
  froze:freeze frozen:freeze hid:hide hidden:hide hung:hang meant:mean paid:pay read:read said:say sought:seek stood:stand
  spoke:speak stole:steal stolen:steal taught:teach told:tell thought:think threw:throw thrown:throw understood:understand
  withdrew:withdraw withdrawn:withdraw setting:set settings:set putting:put getting:get got:get tried:try tries:try
  using:use used:use uses:use
  lief:laufen läuft:laufen gelaufen:laufen ging:gehen geht:gehen gegangen:gehen kam:kommen kamen:kommen kommt:kommen
  gekommen:kommen bricht:brechen brach:brechen gebrochen:brechen schlug:schlagen schlugen:schlagen schlägt:schlagen
  geschlagen:schlagen fiel:fallen fällt:fallen gefallen:fallen wies:weisen wiesen:weisen weist:weisen gewiesen:weisen gab:geben
  gibt:geben gegeben:geben nahm:nehmen nimmt:nehmen genommen:nehmen lag:liegen gelegen:liegen stand:stehen steht:stehen
  gestanden:stehen schrieb:schreiben geschrieben:schreiben hielt:halten hält:halten gehalten:halten fand:finden gefunden:finden
  verlor:verlieren verloren:verlieren schloss:schließen geschlossen:schließen trat:treten tritt:treten getreten:treten
  verband:verbinden verbanden:verbinden verbunden:verbinden zog:ziehen gezogen:ziehen sprach:sprechen spricht:sprechen gesprochen:sprechen
  blieb:bleiben geblieben:bleiben ließ:lassen lässt:lassen gelassen:lassen schnitt:schneiden geschnitten:schneiden`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)

/** Endings of English and German, longest first. What is cut off too often is cut off everywhere, so that words still meet. */
const endings =
  'ations ation ating ated ates ate ungen ung ions ion ings ing ers er ed es en em et te ly e s n t'.split(' ')

/** Three letters are left where a short verb takes one of these, four otherwise. */
const short = ['ing', 'ed', 'es', 'e', 's']
const longest = 16

const prefixes = 'ab an auf aus bei durch ein fort her hin mit nach um vor weg weiter wieder zurück zusammen'
  .split(' ')
  .join('|')
/** A German participle or infinitive whose prefix stands apart in other forms: eingespielt and einzuspielen, as einspielen. */
const apart = new RegExp(`^(${prefixes})(?:ge|zu)(\\p{L}{4,})$`, 'u')
const separable = new RegExp(`^(?:${prefixes})(?=\\p{L}{3})`, 'u')
const participle = /^ge(?=\p{L}{4,}(?:t|en)$)/u

/** A word without what number, case and tense do to it. What holds a digit stays as it is. */
export function stemOf(word: string): string {
  if (/\p{N}/u.test(word)) return word
  const [, prefix = '', rest = ''] = apart.exec(word) ?? []
  const verb = rest === '' ? word : (irregular.get(`ge${rest}`) ?? rest)
  const whole = prefix === '' ? verb.replace(participle, '') : verb
  let stem = irregular.get(word) ?? irregular.get(verb) ?? irregular.get(whole) ?? whole
  for (let cut = endingOf(stem, 3); cut > 0; cut = endingOf(stem, 4)) stem = stem.slice(0, -cut)
  const folded = stem.replace(/(\p{L})\1$/u, '$1').replace(/y$/u, 'i')
  return (prefix + folded).slice(0, longest)
}

/** The stem of a German verb without the prefix that stands at the end of the sentence in other forms: bricht … ab. */
export const withoutPrefix = (stem: string): string => stem.replace(separable, '')

const endingOf = (stem: string, least: number): number =>
  endings.find((ending) => stem.endsWith(ending) && stem.length - ending.length >= (short.includes(ending) ? least : 4))
    ?.length ?? 0

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/** The words of a text as they stand there, folded. Of a language without spaces every two letters are a word. */
export function wordsIn(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.flatMap((word) =>
    cjk.test(word) && word.length > 1 ? [...word].slice(1).map((letter, at) => [...word][at] + letter) : [word],
  )
}

/** Whether a word is two letters of a language without spaces. */
export const isPair = (word: string): boolean => cjk.test(word)

/** Whether a word only holds a sentence together. */
export const isEmpty = (word: string): boolean => empty.has(word)

/** Whether a word says something of its own. */
export const saysSomething = (word: string): boolean =>
  (word.length > 1 || /[\p{N}]/u.test(word) || isPair(word)) && !empty.has(word) && !usual.has(word)

/** Stems of the words that a text makes its claim with. */
export const claimWords = (text: string): Set<string> => new Set(wordsIn(text).filter(saysSomething).map(stemOf))

/** How much of these words stands among others, 0 to 1; 1 for no words. */
export function shareOf(words: Set<string>, among: Set<string>): number {
  return words.size === 0 ? 1 : words.intersection(among).size / words.size
}
