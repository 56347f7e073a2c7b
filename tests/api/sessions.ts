import type * as z from 'zod'
import type { aiSessionSchema } from '../../api/ai-sessions/schemas.ts'
import type { sessionPageSchema } from '../../api/chat/schemas.ts'
import type { Engineer } from '../harness/http.ts'

export type AiSession = z.infer<typeof aiSessionSchema>
export type SessionPage = z.infer<typeof sessionPageSchema>

/** Opens a session and answers it. */
export async function openSession(engineer: Engineer, body: object = {}): Promise<AiSession> {
  const { status, body: session } = await engineer.post<AiSession>('/ai-sessions', body)
  if (status !== 201) throw new Error(`Opening a session answered ${status}`)
  return session
}

/** All that the page of a session shows. */
export async function readPage(engineer: Engineer, id: string): Promise<SessionPage> {
  const { status, body } = await engineer.get<SessionPage>(`/ai-sessions/${id}`)
  if (status !== 200) throw new Error(`The session's page answered ${status}`)
  return body
}
