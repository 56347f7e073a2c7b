import { query, revalidate } from '@solidjs/router'
import { type InferRequestType, type InferResponseType, parseResponse } from 'hono/client'
import { api } from '../api.ts'

export type SessionPage = InferResponseType<(typeof api)['ai-sessions']['$get'], 200>
export type AiSession = SessionPage['items'][number]
export type SessionStatus = AiSession['status']
export type SessionFilter = InferRequestType<(typeof api)['ai-sessions']['$get']>['query']

/** One page of the account’s sessions, the last changed first. */
export const getSessions = query(
  (filter: SessionFilter) => parseResponse(api['ai-sessions'].$get({ query: filter })),
  'ai-sessions',
)

/** The sessions that are being worked on, for the sidebar. */
export const getOpenSessions = () => getSessions({ status: 'active', limit: '20' })

/** Every list of sessions on the screen asks again; call it when one was created, renamed, resolved or reopened. */
export const sessionsChanged = () => revalidate(getSessions.key)

/** Where the pilot page finds the words that a session was started with, to send them as its first message. */
export const firstMessageKey = (session_id: string) => `flowpilot:first-message:${session_id}`

/** What a session begins with: its problem, and where it is linked to a ticket that one's number and words. */
export type SessionStart = { problem: string; title?: string; ticket_ref?: string }

/** Creates a session for a problem; the same `idempotency_key` never creates a second one. */
export async function startSession(start: SessionStart, idempotency_key: string) {
  const session = await parseResponse(
    api['ai-sessions'].$post({ json: start }, { headers: { 'idempotency-key': idempotency_key } }),
  )
  sessionStorage.setItem(firstMessageKey(session.id), start.problem)
  void sessionsChanged()
  return session
}
