import { createMemo, createSignal, onCleanup } from 'solid-js'
import { ApiProblem, messageOf } from '../api-problem.ts'
import type { PilotSession } from '../pilot/pilot-session.ts'
import type { Fact } from '../pilot/session-page.ts'
import { type LaneEdit, laneItems, replyTo } from '../task-lane/lane.ts'
import * as calls from './fact-calls.ts'
import { factOfItem } from './fact-list.ts'
import { keepsWithoutAsking } from './keep-facts.ts'

/** How far an answer is on its way to a fact. */
export type Promotion =
  | { phase: 'writing' | 'keeping' | 'nothing' }
  | { phase: 'asking'; text: string; written_by: 'model' | 'item'; problem?: string }
  | { phase: 'failed'; why: string }

export type Promotions = ReturnType<typeof createPromotions>

/** A promotion with the answer that it is about. */
type Begun = { given: string | null; promotion: Promotion }

type Adding = {
  /** Shows words as a fact that is on its way, and then what `send` answers. */
  add: (text: string, send: () => Promise<Fact>) => Promise<void>
  added: (fact: Fact) => void
  readAnew: () => Promise<Fact[]>
}

/** Milliseconds for which the section says what became of a fact. */
const NEWS_LASTS = 8_000

/** Answers and results on their way to facts. Nothing here is waited for: answering goes on, whatever becomes of it. */
export function createPromotions(pilot: PilotSession, facts: Adding) {
  const { id } = pilot
  const [begun, setBegun] = createSignal<ReadonlyMap<string, Begun>>(new Map())
  const [news, setNews] = createSignal('')
  let timer: ReturnType<typeof setTimeout>
  onCleanup(() => clearTimeout(timer))

  const givenAt = (item_id: string) => {
    const item = laneItems(pilot.lane()).find((each) => each.id === item_id)
    return item ? replyTo(item) : null
  }
  const factOf = (item_id: string) => factOfItem(pilot.state.facts, item_id)

  function tell(words: string): void {
    setNews(words)
    clearTimeout(timer)
    timer = setTimeout(() => setNews(''), NEWS_LASTS)
  }

  function set(item_id: string, now: Begun | undefined): void {
    const others = [...begun()].filter(([id]) => id !== item_id)
    setBegun(new Map(now ? [...others, [item_id, now]] : others))
  }

  /** What became of the answer that an item has now. */
  function of(item_id: string): Promotion | undefined {
    const at = begun().get(item_id)
    return at && at.given === givenAt(item_id) && !factOf(item_id) ? at.promotion : undefined
  }
  const isAny = (phase: Promotion['phase']) => [...begun().keys()].some((item_id) => of(item_id)?.phase === phase)

  /** Works at an item's answer; what comes of it is dropped where somebody has begun anew meanwhile. */
  async function work(item_id: string, act: () => Promise<Promotion | undefined>): Promise<void> {
    const mine: Begun = { given: givenAt(item_id), promotion: { phase: 'writing' } }
    set(item_id, mine)
    const promotion = await act().catch(afterFailure)
    if (begun().get(item_id) !== mine) return
    set(item_id, promotion && { given: mine.given, promotion })
  }

  const word = (item_id: string) =>
    work(item_id, async () => ({ phase: 'asking', ...(await calls.wordItem(id, item_id)) }))

  const keepAtOnce = (item_id: string) =>
    work(item_id, async () => {
      facts.added(await calls.promoteItem(id, item_id))
      return undefined
    })

  const promote = (item_id: string) => (keepsWithoutAsking() ? keepAtOnce(item_id) : word(item_id))

  /** The server has rewritten the fact of an answer, or taken it out. */
  async function follow(before: Fact): Promise<void> {
    const after = (await facts.readAnew()).find((fact) => fact.id === before.id)
    if (!after) tell(`F${before.ordinal} was removed: the new answer establishes nothing.`)
    else if (after.text !== before.text) tell(`F${before.ordinal} follows the new answer.`)
  }

  return {
    of,
    factOf,
    /** Whether a fact is being written. */
    writing: createMemo(() => isAny('writing')),
    /** Whether words wait for an engineer to keep them. */
    asking: createMemo(() => isAny('asking')),
    /** What has just happened to a fact by itself. */
    news,
    promote,
    /** Takes an edit of an item by `take`, and then sees to its fact. Answers what `take` does, as soon as that does. */
    async afterEdit(item_id: string, edit: LaneEdit, take: () => Promise<boolean>): Promise<boolean> {
      const given = edit.answer ?? edit.result
      if (given === undefined) return await take()
      const known = factOf(item_id)
      const before = known && { ...known }
      set(item_id, before ? undefined : { given, promotion: { phase: 'writing' } })
      const taken = await take()
      if (!taken) set(item_id, undefined)
      // The page reads the session anew by itself where this does not get through.
      else if (before) follow(before).catch(() => {})
      else void promote(item_id)
      return taken
    },
    type(item_id: string, text: string) {
      const at = begun().get(item_id)
      if (at?.promotion.phase !== 'asking') return
      set(item_id, { ...at, promotion: { ...at.promotion, text, problem: undefined } })
    },
    later: (item_id: string) => set(item_id, undefined),
    /** Keeps the words that the engineer has seen. */
    async keep(item_id: string): Promise<void> {
      const at = begun().get(item_id)
      if (at?.promotion.phase !== 'asking') return
      const { promotion } = at
      const text = promotion.text.trim()
      const keeping: Begun = { ...at, promotion: { phase: 'keeping' } }
      set(item_id, keeping)
      const problem = await facts
        .add(text, () => calls.promoteItem(id, item_id, text))
        .then(
          () => undefined,
          (thrown) => `Not kept. ${messageOf(thrown)}`,
        )
      if (begun().get(item_id) === keeping)
        set(item_id, problem ? { ...at, promotion: { ...promotion, problem } } : undefined)
    },
  }
}

const afterFailure = (thrown: unknown): Promotion =>
  thrown instanceof ApiProblem && thrown.code === 'no_fact'
    ? { phase: 'nothing' }
    : { phase: 'failed', why: messageOf(thrown) }
