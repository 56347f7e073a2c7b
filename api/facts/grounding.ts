import { itemOf, type TaskLane } from '../task-lane/lane.ts'
import { inventedIn } from './indicators.ts'
import type { FactRow } from './rows.ts'
import { sourceOf } from './synthesise.ts'

/** What the model says is a fact. */
export type Promotion = { text: string; source_ref?: string | undefined; quote?: string | undefined }

export type Grounded = Pick<FactRow, 'source_type' | 'source_ref' | 'status'>

/** A shorter quote stands in anything. */
const leastQuote = 12

/**
 * Whether a promotion rests on something: on an item of the lane that was answered, or on words that the engineer wrote
 * in this session; and says nothing concrete that does not stand there. Else it is only proposed, and no note holds it
 * before an engineer confirms it.
 */
export function ground({ text, source_ref, quote }: Promotion, lane: TaskLane, written: string[]): Grounded {
  const source = source_ref === undefined ? undefined : itemOf(lane, source_ref)
  if (source?.given != null && inventedIn(text, sourceOf(source)).length === 0) {
    return { source_type: source.kind, source_ref: source.item.id, status: 'confirmed' }
  }
  const words = quote === undefined ? '' : foldSpace(quote)
  const quoted = [...words].length >= leastQuote && written.some((said) => foldSpace(said).includes(words))
  const grounded = quoted && inventedIn(text, words).length === 0
  return { source_type: 'ai_synthesis', source_ref: null, status: grounded ? 'confirmed' : 'proposed' }
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

const foldSpace = (text: string) => text.replace(/\s+/g, ' ').trim()
const foldText = (text: string) => foldSpace(text).toLowerCase()
