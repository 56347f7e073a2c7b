import type { Check, Message, Question, TaskLane } from '../pilot/session-page.ts'

export type LaneItem = Question | Check
/** What the engineer may change of an item. */
export type LaneEdit = { answer?: string; result?: string; status?: 'open' | 'done' | 'skipped' }

export const laneItems = (lane: TaskLane): LaneItem[] => [...lane.questions, ...lane.checks]
export const wordsOf = (item: LaneItem): string => ('text' in item ? item.text : item.label)
export const replyTo = (item: LaneItem): string | null => ('text' in item ? item.answer : item.result)
export const isShown = (item: LaneItem) => item.status !== 'retired'
export const isOpen = (item: LaneItem) => item.status === 'open'

/** "1 of 3 open", "3 done" when none is open, nothing when there is no item. */
export function countWords(items: LaneItem[]): string {
  const shown = items.filter(isShown)
  const open = shown.filter(isOpen)
  if (shown.length === 0) return ''
  return open.length === 0 ? `${shown.length} done` : `${open.length} of ${shown.length} open`
}

const eachItem = (lane: TaskLane, change: <Item extends LaneItem>(item: Item) => Item): TaskLane => ({
  questions: lane.questions.map(change),
  checks: lane.checks.map(change),
})

/** The answered items whose present answer no message has told yet. */
export const unsentItems = (lane: TaskLane): LaneItem[] =>
  laneItems(lane).filter((item) => item.status === 'done' && replyTo(item) && item.sent_message_id === null)

/** The lane after this message was saved. */
export const withSent = (lane: TaskLane, { id, sent_items }: Message): TaskLane =>
  sent_items.length === 0
    ? lane
    : eachItem(lane, (item) =>
        sent_items.some(({ item_id }) => item_id === item.id) ? { ...item, sent_message_id: id } : item,
      )

/**
 * The lane that a turn reports, without undoing the engineer: a turn never answers, skips or reopens an item, so where
 * the page already knows an answer, an event that still calls the item open is older than that answer (a replay).
 */
export function laneFromTurn(known: TaskLane, reported: TaskLane): TaskLane {
  const settled = new Map(
    laneItems(known)
      .filter((item) => item.status === 'done' || item.status === 'skipped')
      .map((item) => [item.id, item]),
  )
  return eachItem(reported, (item) => {
    const mine = item.status === 'open' ? settled.get(item.id) : undefined
    if (!mine) return item
    return 'text' in item && 'text' in mine
      ? { ...item, status: mine.status, answer: mine.answer, sent_message_id: mine.sent_message_id }
      : 'label' in item && 'label' in mine
        ? { ...item, status: mine.status, result: mine.result, sent_message_id: mine.sent_message_id }
        : item
  })
}

/** The lane as it will be once the server has taken the edits that are on their way to it. */
export function withEdits(lane: TaskLane, edits: ReadonlyMap<string, LaneEdit>): TaskLane {
  if (edits.size === 0) return lane
  return eachItem(lane, (item) => {
    const edit = edits.get(item.id)
    if (!edit) return item
    const answered = edit.answer !== undefined || edit.result !== undefined
    const status = edit.status ?? (answered ? 'done' : item.status)
    return { ...item, ...edit, status, sent_message_id: answered ? null : item.sent_message_id }
  })
}
