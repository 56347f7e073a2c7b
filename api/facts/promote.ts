import type { Tx } from '../../db/in-account.ts'
import { updateState } from '../ai-sessions/rows.ts'
import { isGrounded, isQuoted } from '../grounding/grounding.ts'
import { itemOf, itemsOf, type TaskLane } from '../task-lane/lane.ts'
import { type FactRow, insertFact, selectFacts } from './rows.ts'
import type { Fact } from './schemas.ts'
import { groundOf } from './wording.ts'

/** What the model says is a fact. */
type Promotion = { text: string; source_ref?: string | undefined; quote?: string | undefined }

type Grounded = Pick<FactRow, 'source_type' | 'source_ref' | 'status'>

/** What the engineer wrote in this session, and what the linked ticket says; null where that could not be read. */
export type Written = { messages: string[]; ticket: string | null }

type Session = { account_id: string; session_id: string }

/**
 * Keeps what the model promotes, confirmed where it is grounded, else proposed. Answers the new fact, or nothing where
 * the session knows it already. Needs the session's lock.
 */
export async function promoteFact(
  tx: Tx,
  { account_id, session_id }: Session,
  promotion: Promotion,
  lane: TaskLane,
  written: Written,
): Promise<Fact | undefined> {
  const grounded = ground(promotion, lane, written)
  if (isKnown(promotion.text, grounded, await selectFacts(tx, account_id, session_id))) return undefined
  const [fact] = await insertFact(tx, { account_id, session_id, text: promotion.text, ...grounded })
  tx.atCommit(updateState(tx, account_id, session_id))
  return fact
}

/**
 * Whether a promotion rests on something and says no more than it: on an item of the lane that was answered, or on words
 * that the engineer wrote in this session. Else it is only proposed, and no note holds it before an engineer confirms it.
 * Where the linked ticket could not be read, nobody knows which words of a message are the ticket's, and none count.
 */
export function ground({ text, source_ref, quote }: Promotion, lane: TaskLane, written: Written): Grounded {
  const ticket = written.ticket ?? ''
  const source = source_ref === undefined ? undefined : itemOf(lane, source_ref)
  if (source?.given != null && isGrounded(text, groundOf(source), ticket)) {
    return { source_type: source.kind, source_ref: source.item.id, status: 'confirmed' }
  }
  const messages = written.ticket === null ? [] : written.messages.map((said) => ({ said }))
  const answered = itemsOf(lane).filter(({ given }) => given !== null)
  const is_grounded = quote !== undefined && isQuoted(text, quote, [...messages, ...answered.map(groundOf)], ticket)
  return { source_type: 'ai_synthesis', source_ref: null, status: is_grounded ? 'confirmed' : 'proposed' }
}

/** Whether the session has this fact already: from the same item, or in the same words. */
export function isKnown(
  text: string,
  { source_ref }: Grounded,
  facts: Pick<FactRow, 'text' | 'source_ref'>[],
): boolean {
  return facts.some(
    (fact) => (source_ref !== null && fact.source_ref === source_ref) || foldText(fact.text) === foldText(text),
  )
}

const foldText = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()
