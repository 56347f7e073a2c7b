import type { Secret } from './made-up.ts'

/** Ids and moments are digits by chance. */
const by_chance = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\d[T ][\d:.+Z]*/g

/** The secrets of which a text holds the whole, or half of any of their words: a token that was cut, a line of a key. */
export function leakedIn(text: string, secrets: readonly Secret[]): string[] {
  const said = text.replace(by_chance, ' ')
  const leaked = secrets.filter(({ secret }) => isIn(said, secret))
  // Of those that share their secret the first tells enough.
  const first = [...new Map(leaked.toReversed().map((each) => [each.secret, each])).values()]
  return first.map(({ kind, secret }) => `${kind} in “${around(said, secret)}”`)
}

function isIn(said: string, secret: string): boolean {
  const escaped = JSON.stringify(secret).slice(1, -1)
  if (secret.length < 10) return new RegExp(`(?<![\\w-])${escapeRegex(secret)}(?![\\w-])`).test(said)
  const words = secret.split(/\s+/).filter((word) => word.length >= 10)
  return said.includes(secret) || said.includes(escaped) || words.flatMap(halves).some((half) => said.includes(half))
}

function around(said: string, secret: string): string {
  const pieces = [secret, ...secret.split(/\s+/).flatMap(halves)]
  const at = pieces.map((piece) => said.indexOf(piece)).find((place) => place >= 0) ?? 0
  return said.slice(Math.max(0, at - 80), at + 80)
}

function halves(word: string): string[] {
  const length = Math.ceil(word.length / 2)
  return [word.slice(0, length), word.slice(length / 2, length / 2 + length), word.slice(-length)]
}

const escapeRegex = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
