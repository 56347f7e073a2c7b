import { z } from 'zod'
import { factFromAnswer, factFromResult } from './established-facts.ts'
import { knownProblems } from './known-problems.ts'
import { fold, isUnknown } from './plain-words.ts'
import type { PracticeRequest } from './practice-request.ts'

const factSource = z.union([
  z.object({ question: z.string(), answer: z.string() }),
  z.object({ check: z.string(), result: z.string() }),
])

const SOURCE_BLOCK = /^\s*<fact_source>\n([\s\S]*)\n<\/fact_source>\s*$/

/** What an answered item establishes, as the request for fact synthesis wants it; null for any other request. */
export function answerFactSource(request: PracticeRequest): string | null {
  const body = request.messages.at(-1)?.content.at(-1)?.text?.match(SOURCE_BLOCK)?.[1]
  if (body === undefined) return null
  try {
    return JSON.stringify({ fact: wordSource(factSource.parse(JSON.parse(body))) })
  } catch {
    return null
  }
}

function wordSource(source: z.infer<typeof factSource>): string | null {
  if ('question' in source && isUnknown(source.answer)) return null
  if ('question' in source) return factFromAnswer(questionLike(source.question), source.answer)
  return factFromResult(checkLike(source.check), source.result)
}

/** The question as the walk that asks it knows it. */
function questionLike(text: string) {
  const asked = knownProblems.flatMap(({ questions }) => Object.values(questions))
  return asked.find((question) => fold(question.text) === fold(text)) ?? { text }
}

function checkLike(label: string) {
  const asked = knownProblems.flatMap(({ checks }) => Object.values(checks))
  return asked.find((check) => fold(check.label) === fold(label)) ?? { label }
}
