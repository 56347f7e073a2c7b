import * as z from 'zod'
import type { Ai } from '../ai/ai.ts'
import { cutForModel } from '../grounding/cut-for-model.ts'
import { isGrounded } from '../grounding/grounding.ts'
import { redact } from '../redaction/redact.ts'
import { type LaneItem, redactItem } from '../task-lane/redact-item.ts'
import { hasLineBreak } from '../text/line-breaks.ts'
import { synthesisPrompt } from './synthesis-prompt.ts'
import { groundOf, longestFact, wordItem } from './wording.ts'

/** A fact has to be on the screen within two seconds; a model that takes longer is not waited for. */
const patience_ms = 1600

/** The words of a fact, and who found them: the model, or nobody, where the item's own words stand for it. */
export type Wording = { text: string; written_by: 'model' | 'item' }

type Asker = { account_id: string; session_id: string; secrets: readonly string[] }

/**
 * Words what an answered item establishes; null where that is nothing. The model's sentence is taken only when it
 * says no more than the item; otherwise, and without a model, the item's own words are the fact.
 */
export async function synthesise(
  ai: Ai,
  { account_id, session_id, secrets }: Asker,
  found: LaneItem,
): Promise<Wording | null> {
  const own = wordItem(found, secrets)
  if (own === null) return null
  // Before it is cut, and before it is put into JSON: neither half a secret nor an escaped one is known for one.
  const clean = redactItem(found, secrets)
  const reply = await ai
    .complete({
      purpose: 'fact_synthesis',
      account_id,
      session_id,
      secrets,
      prompt: { sections: [synthesisPrompt], ask: [describeItem(clean)] },
      max_tokens: 1000,
      signal: AbortSignal.timeout(patience_ms),
    })
    .catch(() => null)
  const sentence = reply && reply.stop_reason !== 'refusal' ? readSentence(reply.text) : undefined
  if (sentence === null) return null
  if (sentence === undefined || !isGrounded(sentence, groundOf(clean), '')) return { text: own, written_by: 'item' }
  return { text: redact(sentence, secrets).text, written_by: 'model' }
}

function describeItem({ kind, item, given }: LaneItem): string {
  const result = cutForModel(given ?? '')
  const source =
    kind === 'question' ? { question: item.text, answer: result } : { check: item.label, command: item.command, result }
  return `<fact_source>\n${JSON.stringify(source).replaceAll('<', '\\u003c')}\n</fact_source>`
}

const answer = z.object({ fact: z.string().trim().min(1).max(longestFact).nullable() })

/** The sentence of a reply, null where it says that nothing is established, undefined where it is no use. */
function readSentence(reply: string): string | null | undefined {
  const json = reply.slice(reply.indexOf('{'), reply.lastIndexOf('}') + 1)
  try {
    const { fact } = answer.parse(JSON.parse(json))
    if (fact === null) return null
    return hasLineBreak(fact) || fact.includes('\0') || !fact.isWellFormed() ? undefined : fact
  } catch {
    return undefined
  }
}
