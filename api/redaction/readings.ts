import { foldCharacters } from './fold-characters.ts'
import { type MappedText, replaceMapped, unchanged } from './mapped-text.ts'
import { unwrap } from './unwrap.ts'

const day = String.raw`(?:\d{4}[-\/.]\d{1,2}[-\/.]\d{1,2}|\d{1,2}[-\/.]\d{1,2}[-\/.]\d{2,4}|(?:[A-Z][a-z]{2},? )?(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)`
const hour = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?(?: ?[AaPp][Mm])?(?:Z| ?[+-]\d{2}:?\d{2})?`
const time = String.raw`[\[(]?(?:${day}(?:[T, ]{1,2}| at | um )${hour}|${hour}|${day})[\])]?[,:]?(?: ?[-–|])?`
const bullet = String.raw`[-+*•‣◦▪▫●○■□·–—§➢➤✓✔→]|o|\[[ xX]\]|(?:\d{1,4}|[a-zA-Z])[.)]|\(\d{1,3}\)|#\d{1,4}|\d{1,5}(?:[ \t]*[|│:]|\t)`
const comment = String.raw`\/\/|#{1,6}|--|REM|\/\*|[│┃║|](?![^\n]*\|)`
const prompt = String.raw`(?:\[?[\w.-]{1,40}@[\w.-]{1,60}[: ][^\s$#>]{0,80}\]?|PS [A-Za-z]:\\[^\n>]{0,120}|[A-Za-z]:\\[^\n>]{0,120}|[\w.-]{1,40}(?:\([\w-]{1,30}\))?)?(?:[#$%]|>{1,3})`
/** What stands in front of a line and is no part of it: quotes of mails, bullets, numbers, time stamps, comments, prompts. */
const line_prefix = new RegExp(
  String.raw`^[ \t]{0,200}(?:(?:>[ \t]?){1,10}[ \t]{0,20}|(?:${time}|${bullet}|${comment}|${prompt})(?:[ \t]{1,40}|$)){0,4}`,
  'gm',
)

/**
 * A text as it is matched: as written, without what its layout puts into it, and with broken lines as one. Of the layout
 * itself, columns and lines, it is read with its marks and without them.
 */
export function readings(text: string): { written: MappedText[]; laid_out: MappedText[] } {
  const written = unchanged(text)
  const folded = foldCharacters(written)
  const bare = replaceMapped(folded, line_prefix, () => '')
  const spaced = replaceMapped(bare, /[ \t]{2,80}|\t/g, () => ' ')
  return { written: [...new Set([written, spaced, ...unwrap(spaced)])], laid_out: [...new Set([folded, bare])] }
}
