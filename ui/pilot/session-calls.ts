import { type InferRequestType, parseResponse } from 'hono/client'
import { api } from '../api.ts'
import type { LaneEdit } from '../task-lane/lane.ts'
import type { TurnCalls } from './turn-stream.ts'

const session = api['ai-sessions'][':id']
const turn = session.turns[':turn_id']

/** What is said: own words, the answers of lane items, or both. */
export type TurnMessage = InferRequestType<typeof session.messages.$post>['json']
export type SessionEdit = InferRequestType<typeof session.$patch>['json']

export const readSession = (id: string) => parseResponse(session.$get({ param: { id } }))

export const editSession = (id: string, json: SessionEdit) => parseResponse(session.$patch({ param: { id }, json }))

export const editItem = (id: string, item_id: string, json: LaneEdit) =>
  parseResponse(session['task-lane'].items[':item_id'].$patch({ param: { id, item_id }, json }))

export const stopTurn = (id: string, turn_id: string) => turn.stop.$post({ param: { id, turn_id } })

/** The turn that a message begins. */
export const messageTurn = (id: string, json: TurnMessage): TurnCalls => ({
  start: (key, signal) => session.messages.$post({ param: { id }, json }, under(key, signal)),
  ...runningTurn(id),
})

/** The turn that answers the message of an earlier turn again. */
export const retriedTurn = (id: string, turn_id: string): TurnCalls => ({
  start: (key, signal) => turn.retry.$post({ param: { id, turn_id } }, under(key, signal)),
  ...runningTurn(id),
})

/** The turn that goes on where an earlier one, the session's last, broke off. */
export const continuedTurn = (id: string, turn_id: string): TurnCalls => ({
  start: (key, signal) => turn.continue.$post({ param: { id, turn_id } }, under(key, signal)),
  ...runningTurn(id),
})

/** A turn that runs already. */
export const runningTurn = (id: string): Pick<TurnCalls, 'follow'> => ({
  follow: (turn_id, last_id, signal) =>
    turn.events.$get({ param: { id, turn_id }, query: { last_event_id: String(last_id) } }, { init: { signal } }),
})

/** Told of every change of these sessions, by whomever. */
export const openChanges = (ids: string[], signal: AbortSignal) =>
  api.changes.$get({ query: { sessions: ids.join() } }, { init: { signal } })

const under = (key: string, signal: AbortSignal) => ({ headers: { 'idempotency-key': key }, init: { signal } })
