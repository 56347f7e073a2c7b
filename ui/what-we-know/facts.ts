import { createMemo, createSignal } from 'solid-js'
import { showToast } from '../kit/toast.tsx'
import { nameOf } from '../pilot/citation-highlight.ts'
import { createPendingEdits } from '../pilot/pending-edits.ts'
import type { PilotSession } from '../pilot/pilot-session.ts'
import { runWithToast } from '../pilot/run-with-toast.ts'
import type { Fact } from '../pilot/session-page.ts'
import * as calls from './fact-calls.ts'
import { createFactDrafts } from './fact-drafts.ts'
import { createFactFold } from './fact-fold.ts'
import { type FactChange, FOLDS_AT, foldFacts, withFact, withFactChanges, withoutFact } from './fact-list.ts'
import { revealSource } from './fact-source.ts'
import { createNoteDraft } from './note-draft.ts'
import { createPromotions } from './promotions.ts'

export type Facts = ReturnType<typeof createFacts>

/** How many of the facts that this page has added last stay in sight of a folded list. */
const LATEST = 3

/**
 * What a session knows, with the acts on it. Own data is shown changed at once, and as it was again with a word when that
 * is refused; words that were typed then come back to their field.
 */
export function createFacts(pilot: PilotSession) {
  const { id } = pilot
  const changes = createPendingEdits<FactChange>()
  const additions = createPendingEdits<{ text: string }>()
  const all = createMemo(() => withFactChanges(pilot.state.facts, changes.pending()))
  const there = createMemo(() => new Set(all().map((fact) => fact.id)))
  const fold = createFactFold(id)
  const note = createNoteDraft(id)
  const [latest, setLatest] = createSignal<string[]>([])
  let attempt = { text: '', key: '' }

  const took = (fact: Fact) => pilot.tookFacts((facts) => withFact(facts, fact))
  const change = (fact_id: string, becomes: Fact, send: () => Promise<Fact>) =>
    changes.make(fact_id, { becomes }, send, took)

  function added(fact: Fact): void {
    setLatest((ids) => [...ids, fact.id].slice(-LATEST))
    took(fact)
  }

  /** Shows a text as a fact that is on its way, until the server has made one of it. */
  const add = (text: string, send: () => Promise<Fact>) => additions.make(crypto.randomUUID(), { text }, send, added)

  async function addNote(): Promise<void> {
    const text = note.text().trim()
    // A note whose confirmation was lost keeps its key: saved once more, it is the same note.
    if (attempt.text !== text) attempt = { text, key: crypto.randomUUID() }
    const { key } = attempt
    note.leave()
    const sent = add(text, () => calls.addNote(id, text, key))
    if (!(await runWithToast(sent, 'Your note was not kept.'))) note.giveBack(text)
    else if (attempt.key === key) attempt = { text: '', key: '' }
  }

  async function remove(fact: Fact): Promise<void> {
    const removed = { ...fact }
    drafts.leave(fact.id)
    const sent = changes.make(
      removed.id,
      { becomes: null },
      () => calls.removeFact(id, removed.id),
      () => pilot.tookFacts((facts) => withoutFact(facts, removed.id)),
    )
    if (await runWithToast(sent, `F${removed.ordinal} is still there.`)) {
      showToast(`F${removed.ordinal} was removed.`, { action: { label: 'Undo', run: () => void restore(removed) } })
    }
  }

  const restore = (fact: Fact) =>
    runWithToast(
      change(fact.id, fact, () => calls.restoreFact(id, fact.id)),
      `F${fact.ordinal} stays removed.`,
    )

  const drafts = createFactDrafts({
    save: (fact, text, seen_at) => change(fact.id, { ...fact, text }, () => calls.editFact(id, fact.id, text, seen_at)),
    saveRemoved: (fact, text) =>
      change(fact.id, { ...fact, text }, async () => {
        const { updated_at } = await calls.restoreFact(id, fact.id)
        return await calls.editFact(id, fact.id, text, updated_at)
      }),
    read: () => readAnew(),
  })

  /** The facts as they are on the server now, shown as such. */
  async function readAnew(): Promise<Fact[]> {
    const fresh = await calls.readFacts(id)
    pilot.tookFacts(() => fresh)
    return fresh
  }

  // A fact that somebody else removes stays for as long as it is being changed here: what is typed is not lost with it.
  const rows = createMemo(() =>
    drafts.facts().reduce((facts, fact) => (there().has(fact.id) ? facts : withFact(facts, fact)), all()),
  )
  const byId = createMemo(() => new Map(rows().map((fact) => [fact.id, fact])))
  /** Whether a citation of the fact is being pointed at. */
  const isLit = (fact: Fact) => pilot.spotlight.isLit(nameOf(fact))
  const staysInSight = (fact: Fact) =>
    fact.status === 'proposed' || latest().includes(fact.id) || drafts.of(fact.id) !== undefined || isLit(fact)
  const shown = createMemo(() =>
    fold.unfolded() || rows().length < FOLDS_AT ? rows() : foldFacts(rows(), staysInSight),
  )

  return {
    all,
    /** The ids of the facts that are in sight. */
    shown_ids: createMemo(() => shown().map((fact) => fact.id)),
    /** How many facts there are, in sight or not. */
    count: () => rows().length,
    of: (fact_id: string) => byId().get(fact_id),
    isLit,
    /** Whether somebody else has removed a fact that is being changed here. */
    isGone: (fact_id: string) => !there().has(fact_id),
    /** Texts that become facts as soon as the server has them. */
    coming: () => [...additions.pending().values()],
    fold,
    note,
    drafts,
    promotions: createPromotions(pilot, { add, added, readAnew }),
    revealSource: (fact: Fact, edit?: boolean) => revealSource(pilot, fact, edit),
    addNote,
    remove,
    confirm: (fact: Fact) =>
      runWithToast(
        change(fact.id, { ...fact, status: 'confirmed' }, () => calls.confirmFact(id, fact.id)),
        `F${fact.ordinal} is not confirmed.`,
      ),
  }
}
