import { z } from 'zod'
import type { PracticeRequest } from './practice-request.ts'

const question = z.object({ id: z.string(), text: z.string() })
const check = z.object({ id: z.string(), label: z.string() })

const given = z
  .string()
  .nullable()
  .transform((text) => text ?? '')

const sessionState = z.object({
  open_questions: z.array(question.extend({ options: z.array(z.string()).nullish() })),
  answered_questions: z.array(question.extend({ answer: given })),
  skipped_questions: z.array(question),
  open_checks: z.array(check.extend({ command: z.string().nullish() })),
  recorded_checks: z.array(check.extend({ result: given })),
  skipped_checks: z.array(check),
  facts: z.array(
    z.object({
      ordinal: z.number(),
      text: z.string(),
      source_type: z.string().nullish(),
      source_ref: z.string().nullish(),
      status: z.string(),
    }),
  ),
  suggested_fix: z.object({ id: z.string(), title: z.string(), status: z.string() }).nullable(),
})

/** The state of the diagnosis, as the server tells it to the model behind the last words of the engineer. */
export type SessionState = z.infer<typeof sessionState>

const STATE_BLOCK = /^\s*<session_state>\n([\s\S]*)\n<\/session_state>\s*$/

/**
 * The state of the session a chat request is about, or null when the request has another purpose. Only the very last
 * block counts, which the server writes: what an engineer types or pastes is never taken for state.
 */
export function readSessionState(request: PracticeRequest): SessionState | null {
  const body = request.messages.at(-1)?.content.at(-1)?.text?.match(STATE_BLOCK)?.[1]
  if (body === undefined) return null
  try {
    return sessionState.parse(JSON.parse(body))
  } catch {
    return null
  }
}
