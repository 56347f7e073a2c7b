import type { Conversation } from './conversation.ts'
import { knownProblems } from './known-problems.ts'
import { anythingElse } from './problems/anything-else.ts'
import { recognise } from './recognise.ts'
import { writeReply } from './reply.ts'
import { walk } from './walk.ts'

/** The raw reply, markers included, to a conversation about a ticket. */
export function answerChat(conversation: Conversation): string {
  return writeReply(walk(recognise(knownProblems, conversation) ?? anythingElse, conversation))
}
