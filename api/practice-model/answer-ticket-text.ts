import { z } from 'zod'
import { knownProblems } from './known-problems.ts'
import { oneLine, sentences } from './plain-words.ts'
import type { PracticeRequest } from './practice-request.ts'

const TICKET_BLOCK = /^\s*<ticket_text>\n([\s\S]*)\n<\/ticket_text>\s*$/
const LONGEST_TITLE = 120
const NAME = String.raw`\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2}`

/** The parts of a pasted ticket, each a passage of it; null for any other request. */
export function answerTicketText(request: PracticeRequest): string | null {
  const body = request.messages.at(-1)?.content.at(-1)?.text?.match(TICKET_BLOCK)?.[1]
  if (body === undefined) return null
  try {
    return JSON.stringify(readTicket(z.string().parse(JSON.parse(body))))
  } catch {
    return null
  }
}

function readTicket(text: string) {
  const said = sentences(text)
  const telling = mostTelling(said)
  const at = telling === null ? -1 : said.indexOf(telling)
  return {
    title: telling === null || telling.length > LONGEST_TITLE ? null : telling.replace(/[.!]$/, ''),
    problem: at < 0 ? null : oneLine(said.slice(at, at + 3).join(' ')),
    company: first(text, new RegExp(String.raw`\b(?:at|from|of) (${NAME})`, 'u')),
    contact: first(
      text,
      new RegExp(String.raw`(?:\b[Tt]his is|[Rr]egards,?|[Tt]hanks,?|[Cc]heers,?)\s+(${NAME})`, 'u'),
    ),
    asset: first(text, /\b([A-Z]{2,12}(?:-[A-Z0-9]{1,12}){1,3}|[A-Z]{2,8}\d{1,4})\b/),
    urgency: null,
    error_codes: [],
    steps_tried: [],
  }
}

/** The sentence that speaks most of a problem that is known; null where none speaks of any. */
function mostTelling(said: string[]): string | null {
  const scored = said.map((sentence) => ({ sentence, score: Math.max(...knownProblems.map(scoreIn(sentence))) }))
  const [best] = scored.toSorted((one, other) => other.score - one.score)
  return best && best.score > 1 ? best.sentence : null
}

const scoreIn =
  (sentence: string) =>
  ({ keywords }: (typeof knownProblems)[number]) =>
    keywords.reduce((sum, { like, weight }) => (like.test(sentence) ? sum + weight : sum), 0)

const first = (text: string, like: RegExp): string | null => like.exec(text)?.[1] ?? null
