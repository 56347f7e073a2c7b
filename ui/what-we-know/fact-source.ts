import { showToast } from '../kit/toast.tsx'
import { navigateTo, type Place } from '../pilot/navigate-to.ts'
import type { PilotSession } from '../pilot/pilot-session.ts'
import type { Fact } from '../pilot/session-page.ts'

/** What a fact comes from, in a word. */
export const origins: Record<Fact['source_type'], string> = {
  question: 'question',
  diagnostic_check: 'check',
  manual: 'note',
  ai_synthesis: 'AI',
}

/** Whether a fact has a place that it comes from: a note comes from nowhere but the engineer. */
export const hasSource = ({ source_type }: Pick<Fact, 'source_type'>) => source_type !== 'manual'

/** Goes to the answer that a fact stands for, else to the reply that found it. */
export function revealSource({ state }: PilotSession, fact: Fact, edit = false): void {
  const item: Place[] = fact.source_ref === null ? [] : [{ kind: 'item', id: fact.source_ref, edit }]
  const replies: Place[] = state.messages
    .filter(({ effects }) => effects.some((effect) => effect.type === 'fact' && effect.ids.includes(fact.id)))
    .map(({ id }) => ({ kind: 'message', id }))
  const found = [...item, ...replies].some(navigateTo)
  if (!found) showToast(`F${fact.ordinal} comes from something that this page no longer shows.`)
}
