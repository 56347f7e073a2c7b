import type { InferResponseType } from 'hono/client'
import type { api } from '../api.ts'

/** All that the page of a session shows, in one answer. */
export type SessionPage = InferResponseType<(typeof api)['ai-sessions'][':id']['$get'], 200>

export type Message = SessionPage['messages'][number]
export type MessageEffect = Message['effects'][number]
export type Fact = SessionPage['facts'][number]
export type SuggestedFix = NonNullable<SessionPage['suggested_fix']>
export type TaskLane = SessionPage['task_lane']
export type Question = TaskLane['questions'][number]
export type Check = TaskLane['checks'][number]
/** A posting to the ticket that is not over. */
export type WriteBack = NonNullable<SessionPage['write_back']>
export type ItemStatus = Question['status']
