import { inventedIn } from './indicators.ts'

/** A shorter quote stands in anything. */
const leastQuote = 12

/** Whether a text says nothing concrete that does not stand in its source. */
export const restsOnSource = (text: string, source: string): boolean => inventedIn(text, source).length === 0

/** Whether a text rests on words that were quoted from what the engineer wrote. */
export function restsOnQuote(text: string, quote: string, written: string[]): boolean {
  const words = foldSpace(quote)
  const isQuoted = [...words].length >= leastQuote && written.some((said) => foldSpace(said).includes(words))
  return isQuoted && restsOnSource(text, words)
}

const foldSpace = (text: string) => text.replace(/\s+/g, ' ').trim()
