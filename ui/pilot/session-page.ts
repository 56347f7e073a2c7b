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
/** The last posting to the ticket, over or not. */
export type WriteBack = NonNullable<SessionPage['write_back']>
export type ItemStatus = Question['status']

/** The posting that is not over; nothing where there is none. */
export const openWriteBack = ({ write_back }: Pick<SessionPage, 'write_back'>): WriteBack | null =>
  write_back && !write_back.closed_at ? write_back : null
