import { createStore } from 'solid-js/store'
import { ApiProblem, messageOf } from '../api-problem.ts'
import type { Fact } from '../pilot/session-page.ts'

/** Other words for a fact, from the first key until they are taken. */
export type FactDraft = {
  text: string
  /** The fact as it was when the change began. */
  fact: Fact
  /** On their way: the fact is shown with them already. */
  saving?: boolean
  /** Why they were not taken. */
  problem?: string
  /** What somebody else has made of the fact meanwhile; null when it was removed. */
  theirs?: Fact | null
}

type DraftCalls = {
  /** Rejects with `conflict` where the words are not those of `seen_at` any more. */
  save: (fact: Fact, text: string, seen_at: string) => Promise<void>
  /** Brings a fact back that was removed, with these words. */
  saveRemoved: (fact: Fact, text: string) => Promise<void>
  read: () => Promise<Fact[]>
}

/** The facts that are being changed here. Whatever becomes of a fact meanwhile, neither text is lost. */
export function createFactDrafts(calls: DraftCalls) {
  const [drafts, setDrafts] = createStore<Record<string, FactDraft | undefined>>({})
  const drop = (fact_id: string) => setDrafts(fact_id, undefined)
  const of = (fact_id: string) => drafts[fact_id]

  async function send(fact: Fact, text: string, act: () => Promise<void>): Promise<void> {
    setDrafts(fact.id, { saving: true, problem: undefined, theirs: undefined })
    try {
      await act()
      drop(fact.id)
    } catch (thrown) {
      const theirs = await theirsAfter(thrown, fact.id)
      const problem = theirs === undefined ? `Not saved. ${messageOf(thrown)}` : undefined
      // They may agree by now.
      if (theirs?.text === text) drop(fact.id)
      else setDrafts(fact.id, { saving: false, problem, theirs })
    }
  }

  /** What the fact is by now, where that is why it was refused. */
  async function theirsAfter(thrown: unknown, fact_id: string): Promise<Fact | null | undefined> {
    if (!(thrown instanceof ApiProblem) || !['conflict', 'not_found'].includes(thrown.code)) return undefined
    const facts = await calls.read().catch(() => undefined)
    const fact = facts?.find(({ id }) => id === fact_id)
    return facts && (fact ? { ...fact } : null)
  }

  return {
    of,
    /** The facts that are being changed, as they were when that began. */
    facts: () => Object.values(drafts).flatMap((draft) => draft?.fact ?? []),
    begin: (fact: Fact) => setDrafts(fact.id, { text: fact.text, fact: { ...fact } }),
    type: (fact_id: string, text: string) => setDrafts(fact_id, { text, problem: undefined }),
    leave: drop,
    async save(fact: Fact): Promise<void> {
      const draft = of(fact.id)
      const text = draft?.text.trim() ?? ''
      if (!draft || text === fact.text) drop(fact.id)
      else await send({ ...fact }, text, () => calls.save({ ...fact }, text, draft.fact.updated_at))
    },
    /** Puts the own words over those of somebody else, as they were shown. */
    async keepMine(fact: Fact): Promise<void> {
      const draft = of(fact.id)
      if (!draft) return
      const text = draft.text.trim()
      const { theirs } = draft
      const was = { ...(theirs ?? fact) }
      await send(was, text, () => (theirs ? calls.save(was, text, was.updated_at) : calls.saveRemoved(was, text)))
    },
  }
}
