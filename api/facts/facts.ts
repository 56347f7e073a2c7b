import type { Tx } from '../../db/in-account.ts'
import { mustBeOpen } from '../ai-sessions/ai-sessions.ts'
import { lockSession, updateState } from '../ai-sessions/rows.ts'
import { Failure, found, notFound } from '../errors.ts'
import { redact } from '../redaction/redact.ts'
import { insertFact, selectFact, selectFactOfItem, updateFact } from './rows.ts'
import type { Fact } from './schemas.ts'

export type FactPlace = { account_id: string; session_id: string }

/** Keeps an engineer's own note, as it is. */
export async function addNote(tx: Tx, place: FactPlace, user_id: string, text: string): Promise<Fact> {
  await lockOpen(tx, place)
  const [fact] = await insertFact(tx, {
    ...place,
    text: text.trim(),
    source_type: 'manual',
    status: 'confirmed',
    created_by: user_id,
  })
  stateChanged(tx, place)
  return found(fact)
}

/**
 * Gives a note or the model's fact other words. `seen_at` is when the words that the engineer changed were written: where
 * somebody else has changed them since, it throws `conflict` with the words that are there now.
 */
export async function editFact(
  tx: Tx,
  place: FactPlace,
  id: string,
  text: string,
  seen_at: string | undefined,
): Promise<Fact> {
  await lockOpen(tx, place)
  const fact = await present(tx, place, id)
  if (!fact.editable)
    throw new Failure('read_only', 'This fact follows its question or check. Change the answer there.')
  if (seen_at !== undefined && seen_at !== fact.updated_at) {
    throw new Failure('conflict', `Somebody changed this fact while you did. It now reads: ${redact(fact.text).text}`)
  }
  return await change(tx, place, id, { text: text.trim() })
}

/** Takes a fact out, of whatever kind; it can be restored, and its item promoted again. */
export async function removeFact(tx: Tx, place: FactPlace, id: string): Promise<void> {
  await lockOpen(tx, place)
  await present(tx, place, id)
  await change(tx, place, id, { is_deleted: true })
}

/** Brings a fact back under its own ordinal; one that is there already stays as it is. */
export async function restoreFact(tx: Tx, place: FactPlace, id: string): Promise<Fact> {
  await lockOpen(tx, place)
  const { deleted_at, ...fact } = found((await selectFact(tx, place.account_id, place.session_id, id))[0])
  if (!deleted_at) return fact
  if (fact.status === 'confirmed') await mustBeOnlyOfItem(tx, place, fact)
  return await change(tx, place, id, { is_deleted: false })
}

/** An engineer stands for a proposed fact; one that is confirmed already stays as it is. */
export async function confirmFact(tx: Tx, place: FactPlace, id: string): Promise<Fact> {
  await lockOpen(tx, place)
  const fact = await present(tx, place, id)
  if (fact.status === 'confirmed') return fact
  await mustBeOnlyOfItem(tx, place, fact)
  return await change(tx, place, id, { status: 'confirmed' })
}

async function lockOpen(tx: Tx, { account_id, session_id }: FactPlace) {
  mustBeOpen(found((await lockSession(tx, account_id, session_id))[0]))
}

async function present(tx: Tx, { account_id, session_id }: FactPlace, id: string): Promise<Fact> {
  const { deleted_at, ...fact } = found((await selectFact(tx, account_id, session_id, id))[0])
  if (deleted_at) throw notFound()
  return fact
}

async function change(tx: Tx, place: FactPlace, id: string, to: Parameters<typeof updateFact>[4]): Promise<Fact> {
  const [fact] = await updateFact(tx, place.account_id, place.session_id, id, to)
  stateChanged(tx, place)
  return found(fact)
}

// As the index one_confirmed_fact_per_source has it.
async function mustBeOnlyOfItem(tx: Tx, { account_id, session_id }: FactPlace, { source_ref }: Fact) {
  if (source_ref === null) return
  const [other] = await selectFactOfItem(tx, account_id, session_id, source_ref)
  if (other) throw new Failure('conflict', `F${other.ordinal} stands for the same question or check already.`)
}

const stateChanged = (tx: Tx, { account_id, session_id }: FactPlace) =>
  tx.atCommit(updateState(tx, account_id, session_id))
