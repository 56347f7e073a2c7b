import { type DraftSentence, type PlantedKind, planted_kinds } from './note-case.ts'

/** Each line that is not empty, without the indentation. */
export function lines(written: string): string[] {
  return written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The same lines as one text. */
export const text = (written: string): string => lines(written).join('\n')

/**
 * One sentence a line: the kind of lie, if it is one, then what it cites, a bar, and the text, in which braces mark the
 * part that no evidence holds: `wrong_host F1 | The queue on {ACME-PRINT} was stuck.`
 */
export const sentences = (written: string): DraftSentence[] => lines(written).map(sentenceOf)

function sentenceOf(line: string): DraftSentence {
  const bar = line.indexOf('|')
  if (bar === -1) throw new Error(`no bar between what is cited and the text: ${line}`)
  const [first = '', ...rest] = line.slice(0, bar).trim().split(' ')
  const marked = line.slice(bar + 1).trim()
  if (!isPlanted(first)) return { text: marked, cites: [first, ...rest] }
  const lie = marked.match(/\{(.+?)\}/)?.[1]
  const planted = { text: marked.replace(/[{}]/g, ''), cites: rest, planted: first }
  return lie === undefined ? planted : { ...planted, lie }
}

const isPlanted = (word: string): word is PlantedKind => planted_kinds.some((kind) => kind === word)
