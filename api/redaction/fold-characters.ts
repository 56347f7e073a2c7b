import { type MappedText, replaceMapped } from './mapped-text.ts'

const html_tag = String.raw`<\/?(?:b|i|u|em|strong|span|font|code|tt|kbd|mark|small|big|a|wbr|br|hr|p|div|li|ul|ol|dl|dt|dd|td|th|tr|table|tbody|thead|h[1-6]|pre|blockquote|o:p)(?:\s[^<>]{0,400})?\/?>`
const entity = String.raw`&(?:amp;){0,3}(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,11});`
// As the escape itself, as the letters that show it, and with it taken out, as a ticket system leaves "[0;1;31m".
const ansi = String.raw`\u001b\][^\u0007\u001b]{0,200}(?:\u0007|\u001b\\)|(?:[\u001b\u241b]|\^\[|\\(?:e|x1b|033|u001b))\[[0-9;?]{0,20}[a-z]|\[\d{1,3}(?:;\d{1,3}){0,5}m|\[m(?=\s|$)`
const json_escape = String.raw`\\u[\da-f]{4}|\\[nrt]`
// Two backslashes begin the path of a share more often than they are one that was escaped.
const markdown_escape = String.raw`\\\\|\\[!-\/:-@[-\x60{-~]`
const emphasis = String.raw`\*{1,3}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}!?.:])\*{1,3}(?!\*)|_{2,3}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}!?.:])_{2,3}|(?<![\p{L}\p{N}_])_(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}!?.:])_(?![\p{L}\p{N}_])|~~`
const control = String.raw`\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]`
const accented = String.raw`[a-z\u00c0-\u024f\u0400-\u04ff]\p{M}{1,8}`
// Letters that have no other form are passed over: a text in their language consists of them.
const other = String.raw`(?![\u00c0-\u024f\u0370-\u04ff\u2022\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3])[^\u0000-\u007f]`
const foldable = new RegExp(
  [ansi, entity, html_tag, json_escape, markdown_escape, control, accented, other].join('|'),
  'giu',
)
const emphasised = new RegExp(emphasis, 'gu')

/**
 * The text as a person reads it: compatibility forms as plain letters, every space a space, line break a line break and
 * dash a hyphen; without what is invisible, terminal colours, and the marks of Markdown and HTML. For matching only.
 */
export const foldCharacters = (source: MappedText): MappedText =>
  // Emphasis comes last: what is a letter beside it is known only then.
  replaceMapped(
    replaceMapped(source, foldable, ([found]) => fold(found)),
    emphasised,
    () => '',
  )

function fold(found: string): string {
  if (found.charCodeAt(0) > 127 || /\p{M}/u.test(found)) return foldLetters(found)
  if (found === '\\\\') return found
  if (found.startsWith('&')) return decodeEntity(found)
  if (found.startsWith('<')) return showTag(found)
  if (/^\\u(?!001b\[)/i.test(found)) return foldLetters(String.fromCharCode(Number.parseInt(found.slice(2), 16)))
  if (/^\\[nrt]$/.test(found)) return '\n'
  if (/^\\[^a-z0-9]$/i.test(found)) return found.slice(1)
  return /^[\r\v\f]$/.test(found) ? '\n' : ''
}

const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/g
const breaks = /[\u0085\u2028\u2029]/g
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu

function foldLetters(letters: string): string {
  return letters
    .replace(spaces, ' ')
    .replace(breaks, '\n')
    .replace(dashes, '-')
    .replace(invisible, '')
    .normalize('NFKC')
}

const entities: Record<string, string> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  zerowidthspace: '',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  excl: '!',
  num: '#',
  dollar: '$',
  percnt: '%',
  lpar: '(',
  rpar: ')',
  ast: '*',
  plus: '+',
  comma: ',',
  period: '.',
  sol: '/',
  colon: ':',
  semi: ';',
  equals: '=',
  quest: '?',
  commat: '@',
  lsqb: '[',
  bsol: '\\',
  rsqb: ']',
  hat: '^',
  lowbar: '_',
  grave: '`',
  lcub: '{',
  verbar: '|',
  vert: '|',
  rcub: '}',
  hyphen: '-',
  dash: '-',
  ndash: '-',
  mdash: '-',
  tab: '\t',
  newline: '\n',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  ntilde: 'ñ',
  ccedil: 'ç',
  oacute: 'ó',
  iacute: 'í',
  aacute: 'á',
  agrave: 'à',
  rarr: '→',
  bull: '•',
}

function decodeEntity(entity: string): string {
  const name = entity.replace(/^&(?:amp;)*/i, '').slice(0, -1)
  if (name === '') return '&'
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? entity
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0x10ffff ? entity : foldLetters(String.fromCodePoint(code))
}

/** Cells become columns and blocks lines; other tags are nothing that is seen. */
function showTag(tag: string): string {
  if (/^<\/?t[dh]\b/i.test(tag)) return tag.startsWith('</') ? '' : ' | '
  return /^<(?:br|hr|p|div|li|tr|table|h\d|pre|dt|dd|blockquote)\b|^<\/(?:p|div|table|h\d|pre|ul|ol)\b/i.test(tag)
    ? '\n'
    : ''
}
