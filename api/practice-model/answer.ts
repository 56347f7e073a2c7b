import { answerChat } from './answer-chat.ts'
import { answerEvidence } from './answer-evidence.ts'
import { answerFactSource } from './answer-fact-source.ts'
import { answerTicketText } from './answer-ticket-text.ts'
import { readConversation } from './conversation.ts'
import type { PracticeRequest } from './practice-request.ts'
import { readSessionState } from './session-state.ts'

/** What a purpose of the product says to a request of its own, or null when the request is not its own. */
type AnswerOfPurpose = (request: PracticeRequest) => string | null

const ANSWERS: Record<string, AnswerOfPurpose> = {
  chat(request) {
    const state = readSessionState(request)
    return state && answerChat(readConversation(request, state))
  },
  fact_synthesis: answerFactSource,
  drafts: answerEvidence,
  ticket_parse: answerTicketText,
}

const NOT_HERE =
  'This is the practice model. It answers in the conversation of a session; what was asked for here needs a real model, so nothing is made up in its place.'

/** The practice model's whole reply to a request: the first purpose that knows it as its own answers. */
export function answerPractice(request: PracticeRequest): string {
  for (const answer of Object.values(ANSWERS)) {
    const text = answer(request)
    if (text !== null) return text
  }
  return NOT_HERE
}
