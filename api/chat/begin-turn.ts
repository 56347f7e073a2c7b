import type { Tx } from '../../db/in-account.ts'
import type { PromptMessage } from '../ai/prompt.ts'
import { mustBeOpen } from '../ai-sessions/ai-sessions.ts'
import { updateSession } from '../ai-sessions/rows.ts'
import { Failure, found } from '../errors.ts'
import { selectFacts } from '../facts/rows.ts'
import { selectActiveFix } from '../suggested-fixes/rows.ts'
import { lockLane } from '../task-lane/task-lane.ts'
import { composeMessage } from './compose-message.ts'
import {
  insertEvents,
  insertMessages,
  insertTurn,
  interruptAbandoned,
  selectConversation,
  selectMessages,
  selectRunningTurn,
  selectTurn,
} from './rows.ts'
import type { Message, NewMessage } from './schemas.ts'
import { sessionState } from './session-state.ts'
import type { LoggedEvent } from './turn-events.ts'

/** A turn that is saved and may be asked of the model: no transaction is open any more. */
export type BegunTurn = {
  account_id: string
  session_id: string
  id: string
  assistant_message_id: string
  first_event: LoggedEvent
  conversation: PromptMessage[]
  /** The engineer's newest words, and the state of the session behind them. */
  ask: string[]
  /** What the engineer wrote in this session. */
  written: string[]
}

type Session = { account_id: string; session_id: string }

/** Saves the engineer's message and begins the turn that answers it. Throws `turn_in_progress` while another one runs. */
export async function beginTurn(tx: Tx, session: Session, message: NewMessage): Promise<BegunTurn> {
  const { task_lane, ...known } = await lookAt(tx, session)
  const content = composeMessage(task_lane, message)
  const [user_message] = await insertMessages(tx, [{ ...session, role: 'user', content, status: 'complete' }])
  return startTurn(tx, session, { task_lane, ...known }, found(user_message))
}

/** Begins another turn for the message that a turn answered; what that one said stays. */
export async function beginAgain(tx: Tx, session: Session, turn_id: string): Promise<BegunTurn> {
  const [turn] = await selectTurn(tx, session.account_id, session.session_id, turn_id)
  const { user_message_id } = found(turn)
  const known = await lookAt(tx, session)
  const messages = await selectMessages(tx, session.account_id, session.session_id)
  const at = known.conversation.findIndex(({ id }) => id === user_message_id)
  const conversation = known.conversation.slice(0, at)
  return startTurn(tx, session, { ...known, conversation }, found(messages.find(({ id }) => id === user_message_id)))
}

async function lookAt(tx: Tx, { account_id, session_id }: Session) {
  const { session, task_lane } = await lockLane(tx, account_id, session_id)
  mustBeOpen(session)
  const [, running, conversation, facts, fixes] = await Promise.all([
    interruptAbandoned(tx, account_id, session_id),
    selectRunningTurn(tx, account_id, session_id),
    selectConversation(tx, account_id, session_id),
    selectFacts(tx, account_id, session_id),
    selectActiveFix(tx, account_id, session_id),
  ])
  if (running.length) throw new Failure('turn_in_progress', 'A reply is still coming. Wait for it, or stop it.')
  return { task_lane, conversation, facts, fix: fixes[0] }
}

function startTurn(
  tx: Tx,
  session: Session,
  { task_lane, conversation, facts, fix }: Awaited<ReturnType<typeof lookAt>>,
  user_message: Message,
): BegunTurn {
  const { account_id, session_id } = session
  const id = crypto.randomUUID()
  const assistant_message_id = crypto.randomUUID()
  const first_event = { id: 1, event: 'turn', data: { turn_id: id, user_message, assistant_message_id } }
  tx.atCommit(
    insertMessages(tx, [{ ...session, id: assistant_message_id, role: 'assistant', content: '', status: 'streaming' }]),
  )
  tx.atCommit(insertTurn(tx, { ...session, id, user_message_id: user_message.id, assistant_message_id }))
  tx.atCommit(insertEvents(tx, [{ account_id, turn_id: id, ...first_event }]))
  tx.atCommit(updateSession(tx, account_id, session_id, {}))
  const { content } = user_message
  return {
    ...session,
    id,
    assistant_message_id,
    first_event,
    conversation: conversation.map(({ role, content }) => ({ role, content })),
    ask: [content, sessionState(task_lane, facts, fix)],
    written: [
      ...conversation.filter(({ role }) => role === 'user').map((each) => each.content),
      content,
      ...givenIn(task_lane),
    ],
  }
}

function givenIn({ questions, checks }: Awaited<ReturnType<typeof lookAt>>['task_lane']): string[] {
  return [...questions.map(({ answer }) => answer), ...checks.map(({ result }) => result)].filter(
    (given) => given !== null,
  )
}
