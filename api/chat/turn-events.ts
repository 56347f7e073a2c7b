import type { TurnFailure } from '../../db/schema/ai-turns.ts'
import type { Usage } from '../ai/usage.ts'
import type { Applied } from '../markers/apply-block.ts'
import type { Message } from './schemas.ts'

/** What a turn tells those who follow it, in the order of `api.md`: `turn` first, `done` or `error` last. */
export type TurnEvent =
  | { event: 'turn'; data: { turn_id: string; user_message: Message; assistant_message_id: string } }
  | { event: 'text'; data: { delta: string } }
  | {
      [Event in Applied['event']]: { event: Event; data: Extract<Applied, { event: Event }>['data'] }
    }[Applied['event']]
  | { event: 'usage'; data: Usage & { model: string } }
  | { event: 'done'; data: { message: Message; state_version: number } }
  | { event: 'error'; data: TurnFailure }

/** An event under its number, from 1, as the log keeps it and a reader may ask to go on after. */
export type LoggedEvent = { id: number; event: string; data: unknown }

export const endsTurn = ({ event }: { event: string }) => event === 'done' || event === 'error'
