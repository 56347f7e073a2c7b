import type { Secret } from './made-up.ts'

/** Ids and moments are digits by chance. */
const by_chance = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\d[T ][\d:.+Z]*/g

/** The secrets of which a text holds the whole, or half of any of their words: a token that was cut, a line of a key. */
export function leakedIn(text: string, secrets: readonly Secret[]): string[] {
  const said = text.replace(by_chance, ' ')
  return secrets.filter(({ secret }) => isIn(said, secret)).map(({ kind, text }) => `${kind}: ${text.slice(0, 300)}`)
}

function isIn(said: string, secret: string): boolean {
  const escaped = JSON.stringify(secret).slice(1, -1)
  if (secret.length < 10) return new RegExp(`(?<![\\w-])${escapeRegex(secret)}(?![\\w-])`).test(said)
  const words = secret.split(/\s+/).filter((word) => word.length >= 10)
  return said.includes(secret) || said.includes(escaped) || words.flatMap(halves).some((half) => said.includes(half))
}

function halves(word: string): string[] {
  const length = Math.ceil(word.length / 2)
  return [word.slice(0, length), word.slice(length / 2, length / 2 + length), word.slice(-length)]
}

const escapeRegex = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
