import type { SentItem } from '../../db/schema/ai-messages.ts'
import { Failure, notFound } from '../errors.ts'
import { cutForModel } from '../grounding/cut-for-model.ts'
import { redact } from '../redaction/redact.ts'
import { redactLabelled } from '../redaction/redact-labelled.ts'
import { itemOf, type TaskLane } from '../task-lane/lane.ts'
import { redactItem } from '../task-lane/redact-item.ts'
import type { NewMessage } from './schemas.ts'

/**
 * The engineer's message: his words, and the answers and results that he sends with them, in the lane's own order of
 * words, without their secrets; `asked` is what the last reply asked, in whose light his words are read. An unknown item is `not_found`; one that has nothing to send and was not skipped is a `conflict`.
 */
export function composeMessage(
  lane: TaskLane,
  { content, item_ids = [] }: NewMessage,
  secrets: readonly string[],
  asked = '',
): string {
  const parts = [...new Set(item_ids)].map((id) => sayItem(lane, id, secrets))
  const said = content ? [redactLabelled({ label: asked, value: content }, secrets).text] : []
  return redact([...said, ...parts].join('\n\n'), secrets).text
}

/** What a message keeps of the items that it sends. */
export const sentItems = (lane: TaskLane, { item_ids = [] }: NewMessage, secrets: readonly string[]): SentItem[] =>
  [...new Set(item_ids)].flatMap((id) => {
    const found = itemOf(lane, id)
    if (!found) return []
    const { kind, item, given } = redactItem(found, secrets)
    return { item_id: id, label: kind === 'question' ? item.text : item.label, value: given }
  })

function sayItem(lane: TaskLane, id: string, secrets: readonly string[]): string {
  const found = itemOf(lane, id)
  if (!found) throw notFound()
  const { kind, item, given } = redactItem(found, secrets)
  if (given === null && item.status !== 'skipped') {
    throw new Failure('conflict', 'One of these items has no answer or result yet.')
  }
  // On one line, so that nothing in it reads like the line of an answer: `ownWords` tells the two apart.
  const words = (kind === 'question' ? item.text : item.label).replace(/[\s\x85]+/g, ' ')
  const title = kind === 'question' ? `Question: ${words}` : `Check: ${words}`
  if (given === null) return `${title}\n(skipped)`
  return kind === 'question' ? `${title}\nAnswer: ${given}` : `${title}\nResult:\n${cutForModel(given)}`
}

/**
 * What the engineer himself wrote in a message, in pieces. The model's words for its own items are not among them,
 * since a quote of them would let the model confirm what it said itself.
 */
export function ownWords(message: string): string[] {
  // Read once, from each title to what ends it: a title that nothing ends is the engineer's own, and so is the rest.
  const title = /^(?:Question|Check): /gm
  const title_end = /\n(?:Answer: |Result:\n|\(skipped\)$)/gm
  const own: string[] = []
  let from = 0
  for (;;) {
    title.lastIndex = from
    const begun = title.exec(message)
    title_end.lastIndex = title.lastIndex
    const ended = begun && title_end.exec(message)
    if (!ended) return [...own, message.slice(from)]
    own.push(message.slice(from, begun.index))
    from = title_end.lastIndex
  }
}
