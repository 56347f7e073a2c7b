import fc from 'fast-check'
import { markerNames } from '../../../api/markers/payloads.ts'

/** Stands in every generated block and in nothing else, so that seeing it in the prose is seeing into a block. */
export const inBlocksOnly = '¤'

const name = fc.constantFrom(...markerNames)
const newline = fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n', '\r\n\r\n', '\n\n\n\n')
const space = fc.constantFrom('', '', '', ' ', '  ', '   ', '    ', '\t', ' \t ', '\r', '\u00a0')
const mess = fc.constantFrom(
  '[',
  ']',
  '[[',
  '[/',
  '[P',
  '[PROMO',
  '[PROMOTED]',
  '[NOTE]',
  '[promote]',
  '\r',
  '`',
  '~',
  '~~',
)
const words = fc.constantFrom('Check the DNS suffix.', 'a', 'läuft', '🛠️', '👩🏽‍💻', '\ud83d', '\udee0', '- item', '> ')
const fence = fc
  .tuple(space, fc.constantFrom('```', '````', '~~~', '~~~~', '``'), fc.constantFrom('', '', 'json', ' a`b', ' '))
  .map((parts) => parts.join(''))

const body = fc.oneof(
  { weight: 4, arbitrary: fc.constant(`{"text":"${inBlocksOnly} one"}`) },
  { weight: 2, arbitrary: fc.constant(`[{"text":"${inBlocksOnly}","label":"Ping"}]`) },
  { weight: 2, arbitrary: fc.constant(`{"title":"${inBlocksOnly}","description":"b","confidence":70}`) },
  { weight: 1, arbitrary: fc.constant(`{"outcome":"worked","reason":"${inBlocksOnly}"}`) },
  { weight: 1, arbitrary: fc.constant(`{"text": ${inBlocksOnly}`) },
  { weight: 1, arbitrary: fc.constant(`${inBlocksOnly}[[/[/PROMO[/NOTE]`) },
)

const brokenUp = fc
  .tuple(fc.constantFrom('', '\n', '\r\n', ' '), body, fc.constantFrom('', '\n', '\r\n', ' '))
  .map((parts) => parts.join(''))

const fenced = fc
  .tuple(fc.constantFrom('```', '~~~'), newline, body, newline)
  .map(([mark, first, content, last]) => `${mark}json${first}${content}${last}${mark}`)

/** Around the limit of a body, where one byte decides. */
const large = fc
  .tuple(fc.constantFrom(' ', '€', '🛠'), fc.integer({ min: -2, max: 2 }))
  .map(([filler, more]) => inBlocksOnly + filler.repeat(Math.floor(16_382 / Buffer.byteLength(filler)) + more))

const anyBody = fc.oneof(
  { weight: 20, arbitrary: brokenUp },
  { weight: 6, arbitrary: fenced },
  { weight: 1, arbitrary: large },
)

const block = fc.tuple(name, anyBody).map(([marker, content]) => `[${marker}]${content}[/${marker}]`)
const crossed = fc.tuple(name, name, anyBody).map(([open, close, content]) => `[${open}]${content}[/${close}]`)
const halves = fc.tuple(name, fc.constantFrom('[', '[/')).map(([marker, bracket]) => `${bracket}${marker}]`)

const pieces = (blocks: fc.Arbitrary<string>[]) =>
  fc.oneof(
    { weight: 6, arbitrary: newline },
    { weight: 3, arbitrary: space },
    { weight: 3, arbitrary: words },
    { weight: 2, arbitrary: mess },
    { weight: 1, arbitrary: fence.map((line) => `\n${line}\n`) },
    ...blocks.map((arbitrary) => ({ weight: 4, arbitrary })),
  )

const joined = (piece: fc.Arbitrary<string>) =>
  fc.array(piece, { maxLength: 24, size: 'max' }).map((parts) => parts.join(''))

/** Replies of anything that could confuse a reader of markers. */
export const reply = joined(pieces([block, fc.oneof({ weight: 3, arbitrary: block }, fence, crossed, halves)]))

/** Replies whose blocks all stand where a block may: only there can no character of one be prose. */
export const replyOfWholeBlocks = joined(
  fc.oneof(
    fc
      .tuple(
        newline,
        space.filter((text) => /^[ \t]*$/.test(text)),
        block,
      )
      .map((parts) => parts.join('')),
    newline,
    space,
    words,
  ),
)

/** Places to cut a reply at. */
export const cuts = fc.array(fc.nat({ max: 600 }), { maxLength: 40, size: 'max' })
