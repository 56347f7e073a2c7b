import { exception } from './quantifiers.ts'
import { foldQuantities } from './quantities.ts'

const anyOf = (list: string) => new RegExp(`(?<![\\p{L}\\p{N}_])(?:${list})(?![\\p{L}\\p{N}_])`, 'iu')

const universal =
  'all|every|everyone|everybody|everything|everywhere|always|each|entire|entirely|whole|alle[nrsm]?|jede[mnrs]?|jeder(?:mann|zeit)|sämtliche\\p{L}*|immer|überall|ganze?[nrsm]?'
const any = 'any|anyone|anybody|anything|anywhere|ever|else|irgend\\p{L}*|jemand\\p{L}*|jemals|etwas|at all|überhaupt'
const nobody = 'nobody|no one|none|nothing|nowhere|never|niemand\\p{L}*|nichts|nie|niemals|nirgends'
const some =
  'some|someone|somebody|something|several|few|many|most|mostly|partly|partially|partial|sometimes|occasionally|often|frequently|usually|rarely|seldom|intermittent\\p{L}*|sporadic\\p{L}*|at times|now and then|from time to time|half|part of|one of|at least|almost|nearly|hardly|barely|einige\\p{L}*|manche\\p{L}*|mehrere\\p{L}*|viele\\p{L}*|meist\\p{L}*|teil(?:s|weise)|manchmal|gelegentlich|oft|häufig|selten|sporadisch|fast|beinahe|kaum|eine[rs]? de[rs]|in part|up to'
const only = 'only|solely|exclusively|just|nothing but|nur|ausschließlich|lediglich|bloß'
const alone = `${only}|alone|nobody else|no one else|none of the other|no other|except|einzig\\p{L}*|allein|niemand sonst|kein\\p{L}* ander\\p{L}*|außer`
const other = 'other|others|another|else|ander\\p{L}*|sonst|weitere\\p{L}*'
const more =
  '(?:more|greater|longer|larger|higher|older|later|mehr|größer|länger|höher|älter) (?:than|as|als)|over|above|beyond|exceed\\p{L}*|at least|minimum of|über|mindestens|or more|oder mehr|and more'
const less =
  '(?:less|fewer|shorter|smaller|lower|newer|weniger|kürzer|kleiner|niedriger) (?:than|als)|under|below|at most|up to|within|maximum of|unter|höchstens|maximal|bis zu|or less|or fewer|oder weniger'

/** A fact that has one of the first has to find one of the second in its source. */
const carried = [
  [universal, universal],
  ['any|anyone|anybody|anything|anywhere|irgend\\p{L}*', `${any}|${nobody}|no|kein\\p{L}*`],
  [nobody, `${nobody}|${any}`],
  [some, `${some}|only|except|but|nur|außer`],
  [only, alone],
  [other, `${other}|only|nur`],
  ['both|beide\\p{L}*', 'both|beide\\p{L}*|and|und|2'],
  [
    'also|too|as well|likewise|auch|ebenfalls|ebenso',
    'also|too|as well|likewise|both|auch|ebenfalls|ebenso|beide\\p{L}*',
  ],
  ['same|gleiche\\p{L}*|selbe\\p{L}*', 'same|gleiche\\p{L}*|(?:der|die|das)?selbe\\p{L}*'],
  ['again|wieder|erneut|still|(?:immer )?noch', 'again|wieder|erneut|back|still|noch|yet|re\\p{L}+'],
].map(([said = '', source = '']) => ({ said: anyOf(said), source: anyOf(source) }))

const partial = anyOf(some)
const whole = anyOf(universal)
const others = anyOf(other)
const alike = anyOf(
  `${some}|${only}|not (?:all|every|each|always)|nicht (?:alle\\p{L}*|jede\\p{L}*|immer)|less|fewer|more|under|over`,
)
const amount = String.raw`\p{N}[\p{N}.,:]*|half|a third|a quarter|(?:die )?hälfte`
const about = String.raw`(?:(?:a|an|the|about|ca\.?|etwa) )?`
const behind = 'or more|or less|or fewer|and more|oder mehr|oder weniger'
const comparators = [more, less].map((list) => ({
  before: new RegExp(`(?<![\\p{L}])(?:${list}) ${about}(?:${amount})`, 'iu'),
  number: new RegExp(`(?<![\\p{L}])(?:${list}) ${about}(${amount})|(${amount})[^\\n.,;]{0,20} (?:${behind})`, 'iu'),
}))
const share = /(\p{N}+) ?(?:of|out of|von|\/) ?(?:the |den |our |all )?(\p{N}+)/giu
const plural =
  /(?<!\p{L})(\p{L}{3,}?)s (?:(?:on|in|at|of|from|with|for) (?:\S+ ){1,3})?(?:are|were|have|can|cannot|can't|do|don't|could|couldn't|weren't|aren't|\p{L}{3,}ed)(?!\p{L})/giu

/**
 * Whether a fact speaks of more, or of fewer, than its source: of all where that speaks of some, of several where that
 * speaks of one, of a number where that says more than, or less.
 */
export function widens(fact: string, source: string, denies: boolean): boolean {
  const [said, from] = [fact, source].map((text) =>
    foldQuantities(text.toLowerCase().replace(/\b(?:how (?:many|often|much|few)|wie (?:viele?|oft))\b/gu, ' ')),
  ) as [string, string]
  if (exception.test(from) && !exception.test(said)) return true
  if (carried.some((group) => group.said.test(said) && !group.source.test(from))) return true
  if (partial.test(from) && !alike.test(said)) return true
  if (denies && whole.test(from) && !whole.test(said)) return true
  if (denies && others.test(from) && !others.test(said) && !anyOf(only).test(said)) return true
  return (
    dropsDegree(said, from) || comparesOtherwise(said, from) || takesTheWhole(said, from) || isPluralOfOne(said, from)
  )
}

/** What is so to a part is not simply so. */
const dropsDegree = (said: string, from: string): boolean =>
  [...from.matchAll(/(\p{N}[\p{N}.,]*) ?(?:%|percent|prozent) (\p{L}{3,})/gu)].some(
    ([, share = '', word = '']) => said.includes(word) && !said.includes(share),
  )

const comparesOtherwise = (said: string, from: string): boolean =>
  comparators.some(({ before, number }) => {
    const [, behind, ahead] = number.exec(from) ?? []
    const compared = (behind ?? ahead)?.replace(/[.,:]+$/u, '')
    if (compared === undefined) return before.test(said)
    return said.includes(compared) && !number.test(said)
  })

/** Of five out of twelve it says twelve. */
const takesTheWhole = (said: string, from: string): boolean =>
  [...from.matchAll(share)].some(([, part = '', all = '']) => {
    const has = (number: string) => new RegExp(`(?<!\\p{N})${number}(?!\\p{N})`, 'u').test(said)
    return part !== all && has(all) && !has(part)
  })

const isPluralOfOne = (said: string, from: string): boolean =>
  [...said.matchAll(plural)].some(([, noun = '']) => {
    const has = (word: string) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(from)
    return has(noun) && !has(`${noun}s`)
  })

const counted =
  /(?<![\p{N}.,:/])(\p{N}[\p{N}.,:/]*)(?: (?:[kmgt]?b|ms|seconds?|minutes?|hours?|days?|%))?(?: (?:is|are|was|were|ist|sind))? ([\p{L}-]{3,})/giu

/** Whether a number stands before another word than in a source that has several of them. */
export function mixesNumbers(fact: string, source: string): boolean {
  const [said, from] = [fact, source].map((text) => foldQuantities(text.toLowerCase())) as [string, string]
  const tokens = (from.match(/[\p{L}\p{N}][\p{L}\p{N}.,:/_-]*/gu) ?? [])
    .map((token) => token.replace(/[.,:]+$/u, ''))
    .filter((token) => !/^(?:[kmgt]?b|ms|seconds?|minutes?|hours?|days?)$/u.test(token))
  const numbers = tokens.flatMap((token, at) => (/^\p{N}/u.test(token) ? [at] : []))
  if (numbers.length < 2) return false
  return [...said.matchAll(counted)].some(([, number = '', word = '']) => {
    const places = tokens.flatMap((token, at) => (token === word ? [at] : []))
    if (places.length === 0 || !tokens.includes(number)) return false
    return !places.some((place) => {
      const nearest = Math.min(...numbers.map((at) => Math.abs(at - place)))
      return numbers.some((at) => Math.abs(at - place) === nearest && tokens[at] === number)
    })
  })
}
