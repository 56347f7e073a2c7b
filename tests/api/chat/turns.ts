import type * as z from 'zod'
import type { messageSchema } from '../../../api/chat/schemas.ts'
import type { Engineer, ServerEvent } from '../../harness/http.ts'

type Message = z.infer<typeof messageSchema>

/** Sends a message and reads the turn that answers it to its end. */
export const say = (engineer: Engineer, session_id: string, content: string, headers?: Record<string, string>) =>
  Array.fromAsync(engineer.stream(`/ai-sessions/${session_id}/messages`, { content }, headers))

/** Sends a message, reads events until there is one of this name, and leaves. */
export async function sayUntil(event: string, engineer: Engineer, session_id: string, body: object) {
  const events: ServerEvent[] = []
  for await (const each of engineer.stream(`/ai-sessions/${session_id}/messages`, body)) {
    events.push(each)
    if (each.event === event) break
  }
  return events
}

/** A turn's events once more, from the start or after one of them, to its end. */
export const follow = (engineer: Engineer, session_id: string, turn_id: string, query = '', headers = {}) =>
  Array.fromAsync(engineer.stream(`/ai-sessions/${session_id}/turns/${turn_id}/events${query}`, undefined, headers))

export const namesOf = (events: ServerEvent[]) => events.map(({ event }) => event)

/** What the events of this name say, in their order. */
export const dataOf = <Data = Record<string, unknown>>(events: ServerEvent[], name: string) =>
  events.filter(({ event }) => event === name).map(({ data }) => data as Data)

/** The prose as it was streamed. */
export const proseOf = (events: ServerEvent[]) =>
  dataOf<{ delta: string }>(events, 'text')
    .map(({ delta }) => delta)
    .join('')

export const turnOf = (events: ServerEvent[]) =>
  events[0]?.data as { turn_id: string; user_message: Message; assistant_message_id: string }

/** How a turn that was not cut short ended. */
export const endOf = (events: ServerEvent[]) => events.at(-1)?.data as { message: Message; state_version: number }

export const block = (marker: string, body: unknown) => `[${marker}]\n${JSON.stringify(body)}\n[/${marker}]\n`
