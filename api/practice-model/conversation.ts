import type { ContentBlock, PracticeRequest } from './practice-request.ts'
import type { SessionState } from './session-state.ts'

/** What a chat request says, oldest first: the engineer's own words, and the model's earlier replies as they were sent. */
export interface Conversation {
  words: string[]
  replies: string[]
  state: SessionState
}

/** Separates the engineer's own words from the lane answers that the server writes into his messages. */
export function readConversation(request: PracticeRequest, state: SessionState): Conversation {
  const [last, ...earlier] = request.messages.toReversed()
  const spoken = [...earlier.toReversed(), { role: 'user', content: last?.content.slice(0, 1) ?? [] }]
  const saidBy = (role: string) => spoken.filter((message) => message.role === role).map(({ content }) => content)
  return {
    words: saidBy('user').map((content) =>
      texts(content)
        .map((text) => withoutLaneAnswers(text, state))
        .join('\n'),
    ),
    replies: saidBy('assistant').map((content) => texts(content).join('\n')),
    state,
  }
}

const texts = (content: ContentBlock[]) => content.map((block) => block.text ?? '')

const LANE_ANSWER =
  /^(?:(?:Question|Check): .*\n\(skipped\)|Question: .*\nAnswer: [\s\S]*?(?=\n\n|\n(?:Question|Check): |(?![\s\S]))|Check: .*\nResult:\n[\s\S]*?(?=\n(?:Question|Check): |(?![\s\S])))/gm

function withoutLaneAnswers(text: string, state: SessionState): string {
  let words = text
  for (const { text: asked, answer } of state.answered_questions) {
    words = words.replaceAll(`Question: ${asked}\nAnswer: ${answer}`, '')
  }
  for (const { label, result } of state.recorded_checks) {
    words = words.replaceAll(`Check: ${label}\nResult:\n${result}`, '')
  }
  return words.replace(LANE_ANSWER, '').trim()
}
