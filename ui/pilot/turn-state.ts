import { laneFromTurn, withSent } from '../task-lane/lane.ts'
import { withFact } from '../what-we-know/fact-list.ts'
import type { Fact, Message, MessageEffect, SessionPage, SuggestedFix, TaskLane } from './session-page.ts'

export type TurnFailure = { code: string; message: string; retryable: boolean }

/** One server-sent event of a turn; ids count from 1 without a gap. */
export type TurnEvent = { id: number } & (
  | { event: 'turn'; data: { turn_id: string; user_message: Message; assistant_message_id: string } }
  | { event: 'text'; data: { delta: string } }
  | { event: 'task_lane'; data: { task_lane: TaskLane } }
  | { event: 'fact'; data: { fact: Fact } }
  | { event: 'suggested_fix'; data: { suggested_fix: SuggestedFix } }
  | { event: 'outcome_proposal'; data: NonNullable<SuggestedFix['outcome_proposal']> & { suggested_fix_id: string } }
  | { event: 'rejected'; data: { marker: string; reason: string } }
  | { event: 'usage'; data: unknown }
  | { event: 'done'; data: { message: Message; state_version: number } }
  | { event: 'error'; data: TurnFailure }
)

/** How far the turn that is being followed has been read. */
export type Following = { next_id: number; early: TurnEvent[] }

export type PilotState = SessionPage & {
  following: Following | null
}

/** The state in which the first event of another turn is awaited. */
export function followTurn(state: PilotState): PilotState {
  return { ...state, following: { next_id: 1, early: [] } }
}

/**
 * The state once the session was read anew. A reply that is being followed stays as its events have made it: the server
 * keeps its words at its end, and the events still to come go on from these.
 */
export function withPage(state: PilotState, page: SessionPage): PilotState {
  const isBegun = state.following !== null && state.following.next_id > 1
  const reply = isBegun && state.messages.find(({ id }) => id === state.turn?.assistant_message_id)
  if (!reply) return { ...state, ...page }
  return { ...state, ...page, messages: withMessage(page.messages, reply), turn: state.turn }
}

/**
 * Applies an event once, in the order of the ids whatever order they come in: one seen before changes nothing, one that
 * comes early waits for those before it.
 */
export function applyTurnEvent(state: PilotState, event: TurnEvent): PilotState {
  const { following } = state
  if (!following || event.id < following.next_id || following.early.some(({ id }) => id === event.id)) return state
  let next: PilotState = { ...state, following: { ...following, early: [...following.early, event] } }
  for (let due = dueEvent(next); due; due = dueEvent(next)) next = tookEffect(passed(next, due), due)
  return next
}

const dueEvent = ({ following }: PilotState) => following?.early.find(({ id }) => id === following.next_id)

function passed(state: PilotState, { id }: TurnEvent): PilotState {
  const early = state.following?.early.filter((event) => event.id !== id) ?? []
  return { ...state, following: { next_id: id + 1, early } }
}

function tookEffect(state: PilotState, event: TurnEvent): PilotState {
  switch (event.event) {
    case 'turn':
      return begun(state, event.data)
    case 'text':
      return withReply(state, (reply) => ({ ...reply, content: reply.content + event.data.delta }))
    case 'task_lane':
      return { ...state, task_lane: laneFromTurn(state.task_lane, event.data.task_lane) }
    case 'fact':
      return withIds({ ...state, facts: withFact(state.facts, event.data.fact) }, 'fact', event.data.fact.id)
    case 'suggested_fix':
      return withIds(
        { ...state, suggested_fix: event.data.suggested_fix },
        'suggested_fix',
        event.data.suggested_fix.id,
      )
    case 'outcome_proposal':
      return withIds(withProposal(state, event.data), 'outcome_proposal', event.data.suggested_fix_id)
    case 'done':
      return ended(
        withReply(state, () => event.data.message),
        event.data.state_version,
      )
    case 'error':
      return failed(state, event.data)
    case 'rejected':
      return withEffect(state, { type: 'rejected', ...event.data })
    case 'usage':
      return state
  }
}

function begun(state: PilotState, turn: Extract<TurnEvent, { event: 'turn' }>['data']): PilotState {
  const { turn_id, user_message, assistant_message_id } = turn
  const { created_at } = user_message
  const reply: Message = {
    id: assistant_message_id,
    role: 'assistant',
    content: '',
    status: 'streaming',
    turn_id,
    failure: null,
    effects: [],
    sent_items: [],
    created_at,
  }
  return {
    ...state,
    messages: [user_message, reply].reduce(withMessage, state.messages),
    task_lane: withSent(state.task_lane, user_message),
    turn: { id: turn_id, status: 'streaming', assistant_message_id, started_at: created_at },
  }
}

const withMessage = (messages: Message[], message: Message): Message[] =>
  messages.some(({ id }) => id === message.id)
    ? messages.map((other) => (other.id === message.id ? message : other))
    : [...messages, message]

function withReply(state: PilotState, change: (reply: Message) => Message): PilotState {
  const reply_id = state.turn?.assistant_message_id
  return { ...state, messages: state.messages.map((message) => (message.id === reply_id ? change(message) : message)) }
}

const withEffect = (state: PilotState, effect: MessageEffect): PilotState =>
  withReply(state, (reply) => ({ ...reply, effects: [...reply.effects, effect] }))

const withIds = (state: PilotState, type: 'fact' | 'suggested_fix' | 'outcome_proposal', id: string): PilotState =>
  withEffect(state, { type, ids: [id] })

function withProposal(
  state: PilotState,
  proposal: Extract<TurnEvent, { event: 'outcome_proposal' }>['data'],
): PilotState {
  const { suggested_fix_id, outcome, reason } = proposal
  if (state.suggested_fix?.id !== suggested_fix_id) return state
  return { ...state, suggested_fix: { ...state.suggested_fix, outcome_proposal: { outcome, reason } } }
}

function ended(state: PilotState, state_version: number): PilotState {
  const session = { ...state.session, state_version: Math.max(state.session.state_version, state_version) }
  return { ...state, turn: null, following: null, session }
}

function failed(state: PilotState, failure: TurnFailure): PilotState {
  const replied = withReply(state, (reply) => ({ ...reply, status: 'failed', failure }))
  return { ...replied, turn: null, following: null }
}
