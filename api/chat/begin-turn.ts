import type { Tx } from '../../db/in-account.ts'
import { mustBeOpen } from '../ai-sessions/ai-sessions.ts'
import { updateSession } from '../ai-sessions/rows.ts'
import { Failure, found } from '../errors.ts'
import { selectFacts } from '../facts/rows.ts'
import { secretsIn } from '../redaction/marked-values.ts'
import { redactDeep } from '../redaction/redact-deep.ts'
import { selectParameters } from '../redaction/rows.ts'
import { selectActiveFix } from '../suggested-fixes/rows.ts'
import { withSent } from '../task-lane/lane.ts'
import { lockLane, saveLane } from '../task-lane/task-lane.ts'
import { composeMessage, ownWords, sentItems } from './compose-message.ts'
import { continuePrompt } from './continue-prompt.ts'
import type { Said } from './fit-conversation.ts'
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
import { sessionState, withoutState } from './session-state.ts'
import type { LoggedEvent } from './turn-events.ts'

/** A turn that is saved and may be asked of the model: no transaction is open any more. */
export type BegunTurn = {
  account_id: string
  session_id: string
  id: string
  assistant_message_id: string
  first_event: LoggedEvent
  /** What was said before, as the model is told it. */
  conversation: Said[]
  /** The engineer's newest words, and the state of the session behind them. */
  ask: string[]
  /** What the engineer wrote in the messages of this session. */
  written: string[]
  /** Values of parameters that are secret: they leave nothing of the session. */
  secrets: string[]
  /** The linked ticket, whose text the model may read. */
  ticket_ref: string | null
}

type Session = { account_id: string; session_id: string }

/** Saves the engineer's message and begins the turn that answers it. Throws `turn_in_progress` while another one runs. */
export async function beginTurn(tx: Tx, session: Session, message: NewMessage): Promise<BegunTurn> {
  const { task_lane, ...known } = await lookAt(tx, session)
  // Kept as the model reads it, and as its readers follow it.
  const content = composeMessage(task_lane, message, known.secrets, lastQuestion(known.conversation))
  const sent_items = sentItems(task_lane, message, known.secrets)
  const [saved] = await insertMessages(tx, [{ ...session, role: 'user', content, status: 'complete', sent_items }])
  const user_message = { ...found(saved), turn_id: null, failure: null }
  const lane = withSent(task_lane, message.item_ids ?? [], user_message.id)
  if (sent_items.length > 0) saveLane(tx, session.account_id, session.session_id, lane)
  return startTurn(tx, session, { task_lane: lane, ...known }, user_message)
}

/** Begins another turn for the message that a turn answered; what that one said stays. */
export async function beginAgain(tx: Tx, session: Session, turn_id: string): Promise<BegunTurn> {
  const { user_message, ...known } = await lookBack(tx, session, turn_id)
  const at = known.conversation.findIndex(({ id }) => id === user_message.id)
  return startTurn(tx, session, { ...known, conversation: known.conversation.slice(0, at) }, user_message)
}

/**
 * Begins a turn that goes on where another broke off. Throws `conflict` when something was said since then: there is
 * nothing to go on with any more.
 */
export async function beginContinuation(tx: Tx, session: Session, turn_id: string): Promise<BegunTurn> {
  const { user_message, assistant_message_id, ...known } = await lookBack(tx, session, turn_id)
  const last = known.conversation.at(-1)
  if (last?.id !== assistant_message_id || last.status === 'complete') {
    throw new Failure('conflict', 'Only the last reply can go on, where it broke off. Ask again instead.')
  }
  if (last.content.trim() === '')
    return startTurn(tx, session, { ...known, conversation: known.conversation.slice(0, -2) }, user_message)
  return startTurn(tx, session, known, user_message, continuePrompt)
}

async function lookBack(tx: Tx, session: Session, turn_id: string) {
  const known = await lookAt(tx, session)
  const { account_id, session_id } = session
  const [[turn], messages] = await Promise.all([
    selectTurn(tx, account_id, session_id, turn_id),
    selectMessages(tx, account_id, session_id),
  ])
  const { user_message_id, assistant_message_id } = found(turn)
  return { ...known, assistant_message_id, user_message: found(messages.find(({ id }) => id === user_message_id)) }
}

type Known = Awaited<ReturnType<typeof lookAt>>

async function lookAt(tx: Tx, { account_id, session_id }: Session) {
  // Turn before session, as everyone locks them who ends a turn.
  await interruptAbandoned(tx, account_id, session_id)
  const { session, task_lane } = await lockLane(tx, account_id, session_id)
  mustBeOpen(session)
  const [running, conversation, facts, fixes, parameters] = await Promise.all([
    selectRunningTurn(tx, account_id, session_id),
    selectConversation(tx, account_id, session_id),
    selectFacts(tx, account_id, session_id),
    selectActiveFix(tx, account_id, session_id),
    selectParameters(tx, account_id, session_id),
  ])
  if (running.length) throw new Failure('turn_in_progress', 'A reply is still coming. Wait for it, or stop it.')
  const ticket_ref = session.ticket?.ref ?? null
  return { task_lane, conversation, facts, fix: fixes[0], secrets: secretsIn(parameters), ticket_ref }
}

function startTurn(
  tx: Tx,
  session: Session,
  { task_lane, conversation, facts, fix, secrets, ticket_ref }: Known,
  user_message: Message,
  words = user_message.content,
): BegunTurn {
  const { account_id, session_id } = session
  const id = crypto.randomUUID()
  const assistant_message_id = crypto.randomUUID()
  const shown = redactDeep([task_lane, facts, fix] as const, secrets)
  const first_event = {
    id: 1,
    event: 'turn',
    data: { turn_id: id, user_message: { ...user_message, turn_id: user_message.turn_id ?? id }, assistant_message_id },
  }
  tx.atCommit(
    insertMessages(tx, [{ ...session, id: assistant_message_id, role: 'assistant', content: '', status: 'streaming' }]),
  )
  tx.atCommit(insertTurn(tx, { ...session, id, user_message_id: user_message.id, assistant_message_id }))
  tx.atCommit(insertEvents(tx, account_id, id, [first_event]))
  tx.atCommit(updateSession(tx, account_id, session_id, {}))
  return {
    ...session,
    id,
    assistant_message_id,
    first_event,
    conversation: conversation.map(({ id, role, content }) => ({ id, role, content: withoutState(content) })),
    ask: [withoutState(words), sessionState(...shown)],
    secrets,
    ticket_ref,
    written: [
      ...conversation.filter(({ role }) => role === 'user').flatMap((each) => ownWords(each.content)),
      ...ownWords(user_message.content),
    ],
  }
}

/** What the last reply asked at its end; a line of a block is none of its prose. */
function lastQuestion(conversation: Known['conversation']): string {
  const last = conversation.at(-1)
  const lines = last?.role === 'assistant' ? last.content.split('\n') : []
  return lines.findLast((line) => /^[^[\]{}"].*\?[*_)”"]*\s*$/.test(line)) ?? ''
}
