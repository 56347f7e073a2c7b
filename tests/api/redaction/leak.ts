import { redact } from '../../../api/redaction/redact.ts'
import type { Secret } from './made-up.ts'
import type { Shape } from './shapes.ts'

/** Whether a reader of the redacted text still finds the secret, or half of one of its words. */
export function isLeaked({ text, secret }: Secret, { write, read }: Shape): boolean {
  const left = bare(read(redact(write(text)).text))
  const words = secret
    .split(/\s+/)
    .map(bare)
    .filter((word) => word.length >= 8)
  return left.includes(bare(secret)) || words.flatMap(halves).some((half) => left.includes(half))
}

const bare = (text: string) => text.normalize('NFKC').replace(/[^A-Za-z0-9•]+/g, '')
const halves = (word: string) => [word.slice(0, Math.ceil(word.length / 2)), word.slice(-Math.ceil(word.length / 2))]
