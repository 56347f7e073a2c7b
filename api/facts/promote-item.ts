import type { Tx } from '../../db/in-account.ts'
import { mustBeOpen } from '../ai-sessions/ai-sessions.ts'
import { updateState } from '../ai-sessions/rows.ts'
import type { AccountAccess } from '../auth/account-access.ts'
import type { Deps } from '../deps.ts'
import { Failure, found, notFound } from '../errors.ts'
import { secretsIn } from '../redaction/marked-values.ts'
import { selectParameters } from '../redaction/rows.ts'
import { itemOf } from '../task-lane/lane.ts'
import type { LaneItem } from '../task-lane/redact-item.ts'
import { lockLane } from '../task-lane/task-lane.ts'
import { insertFact, selectFactOfItem, updateFact } from './rows.ts'
import type { Fact, ItemPromotion } from './schemas.ts'
import { synthesise, type Wording } from './synthesise.ts'
import { wordItem } from './wording.ts'

/** What was promoted; `is_new` is false where the item stood for a fact already. */
export type Promoted = { fact: Fact; is_new: boolean }

/**
 * Makes a fact of an answered item, once. Without a text its words are synthesised, and no transaction is open while
 * the model is asked; an answer that changed meanwhile is asked about again. Throws `conflict` for an item without an
 * answer, `no_fact` where nothing is established.
 */
export async function promoteItem(
  deps: Deps,
  account: AccountAccess,
  session_id: string,
  { item_id, text }: ItemPromotion,
): Promise<Promoted> {
  for (;;) {
    const { known, item, secrets } = await account.inAccount((tx) => lookAt(tx, account, session_id, item_id))
    if (known) return { fact: known, is_new: false }
    const words = text?.trim() ?? (await wordOrRefuse(deps, account, session_id, item, secrets)).text
    const promoted = await account.inAccount((tx) => keep(tx, account, session_id, item, words))
    if (promoted) return promoted
  }
}

/** The words that an item would be promoted with, for the engineer to see before they are kept. */
export async function previewWording(
  deps: Deps,
  account: AccountAccess,
  session_id: string,
  item_id: string,
): Promise<Wording> {
  const { item, secrets } = await account.inAccount((tx) => lookAt(tx, account, session_id, item_id))
  return await wordOrRefuse(deps, account, session_id, item, secrets)
}

/**
 * An edited answer rewrites the fact of its item, in the item's own words, or removes it where nothing is established any
 * more. Belongs to the transaction that changes the item: no fact says what no answer says.
 */
export function followItem(
  tx: Tx,
  account_id: string,
  session_id: string,
  fact: Fact,
  item: LaneItem,
  secrets: readonly string[],
): void {
  const text = wordItem(item, secrets)
  tx.atCommit(updateFact(tx, account_id, session_id, fact.id, text === null ? { is_deleted: true } : { text }))
}

async function wordOrRefuse(
  { ai }: Deps,
  { account_id }: AccountAccess,
  session_id: string,
  item: LaneItem,
  secrets: string[],
): Promise<Wording> {
  const wording = await synthesise(ai, { account_id, session_id, secrets }, item)
  if (!wording) throw new Failure('no_fact', 'This answer establishes nothing that could be kept as a fact.')
  return wording
}

async function lookAt(tx: Tx, { account_id }: AccountAccess, session_id: string, item_id: string) {
  const [{ session, task_lane }, [known], parameters] = await Promise.all([
    lockLane(tx, account_id, session_id),
    selectFactOfItem(tx, account_id, session_id, item_id),
    selectParameters(tx, account_id, session_id),
  ])
  mustBeOpen(session)
  const item = itemOf(task_lane, item_id)
  if (!item) throw notFound()
  if (item.given === null && !known) throw new Failure('conflict', 'This item has no answer or result yet.')
  return { known, item, secrets: secretsIn(parameters) }
}

/** Nothing, where the answer is another one by now. */
async function keep(
  tx: Tx,
  account: AccountAccess,
  session_id: string,
  asked: LaneItem,
  text: string,
): Promise<Promoted | undefined> {
  const { account_id, user_id } = account
  const { known, item } = await lookAt(tx, account, session_id, asked.item.id)
  if (known) return { fact: known, is_new: false }
  if (item.given !== asked.given) return undefined
  const [fact] = await insertFact(tx, {
    account_id,
    session_id,
    text,
    source_type: item.kind,
    source_ref: item.item.id,
    status: 'confirmed',
    created_by: user_id,
  })
  tx.atCommit(updateState(tx, account_id, session_id))
  return { fact: found(fact), is_new: true }
}
