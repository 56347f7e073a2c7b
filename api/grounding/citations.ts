import { holdsAny, indicatorsIn } from './indicators.ts'

/** What a sentence can name: its name, its words, and how it went; undefined of what is not a fix. */
export type Source = {
  name: string
  text: string
  outcome?: string | undefined
}

/** The names that a sentence rests on: those that it cites, and of every fact that one of its indicators stands in. */
export function restsOn(text: string, cites: string[], sources: Source[]): string[] {
  const indicators = indicatorsIn(text)
  return sources
    .filter(({ name, text, outcome }) => cites.includes(name) || (outcome === undefined && holdsAny(indicators, text)))
    .map(({ name }) => name)
}
