import { z } from 'zod'
import type { PracticeRequest } from './practice-request.ts'

const question = z.object({ id: z.string(), text: z.string() })
const check = z.object({ id: z.string(), label: z.string() })

const sent = { sent: z.boolean() }

const sessionState = z.object({
  open_questions: z.array(question.extend({ options: z.array(z.string()).nullish() })),
  answered_questions: z.array(question.extend(sent)),
  skipped_questions: z.array(question),
  open_checks: z.array(check.extend({ command: z.string().nullish() })),
  recorded_checks: z.array(check.extend(sent)),
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

type Told = z.infer<typeof sessionState>

/**
 * The state of the diagnosis, as the server tells it to the model behind the last words of the engineer, each item with
 * what the message that sent it says. What was not sent is open as far as the model knows.
 */
export type SessionState = Omit<Told, 'answered_questions' | 'recorded_checks'> & {
  answered_questions: { id: string; text: string; answer: string }[]
  recorded_checks: { id: string; label: string; result: string }[]
}

const STATE_BLOCK = /^\s*<session_state>\n([\s\S]*)\n<\/session_state>\s*$/

/**
 * The state of the session a chat request is about, or null when the request has another purpose. Only the very last
 * block counts, which the server writes: what an engineer types or pastes is never taken for state.
 */
export function readSessionState(request: PracticeRequest): SessionState | null {
  const body = request.messages.at(-1)?.content.at(-1)?.text?.match(STATE_BLOCK)?.[1]
  if (body === undefined) return null
  try {
    return withAnswers(sessionState.parse(JSON.parse(body)), request)
  } catch {
    return null
  }
}

function withAnswers(told: Told, request: PracticeRequest): SessionState {
  const said = request.messages
    .filter(({ role }) => role === 'user')
    .map(({ content }) => content[0]?.text ?? '')
    .toReversed()
  const [questions, checks] = [told.answered_questions, told.recorded_checks]
  const isSent = (item: { sent: boolean }) => item.sent
  const isWaiting = (item: { sent: boolean }) => !item.sent
  return {
    ...told,
    open_questions: [...told.open_questions, ...questions.filter(isWaiting)],
    open_checks: [...told.open_checks, ...checks.filter(isWaiting)],
    answered_questions: questions.filter(isSent).map(({ id, text }) => ({
      id,
      text,
      answer: saidBehind(`Question: ${oneLine(text)}\nAnswer: `, said),
    })),
    recorded_checks: checks.filter(isSent).map(({ id, label }) => ({
      id,
      label,
      result: saidBehind(`Check: ${oneLine(label)}\nResult:\n`, said),
    })),
  }
}

/** What the newest message that holds this title says behind it, up to the next item. */
function saidBehind(title: string, said: string[]): string {
  const message = said.find((text) => text.includes(title))
  const behind = message?.slice(message.indexOf(title) + title.length) ?? ''
  return behind.split(/\n\n(?=(?:Question|Check): )/, 1).join('')
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ')
