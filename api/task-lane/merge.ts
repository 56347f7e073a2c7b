import type { Check, ItemStatus, Question, TaskLane } from './lane.ts'

export type NewQuestion = {
  id?: string | undefined
  text: string
  context?: string | undefined
  options?: string[] | undefined
}
export type NewCheck = {
  id?: string | undefined
  label: string
  command?: string | undefined
  description?: string | undefined
  disruptive?: boolean | undefined
}

/** Ids of the items that this reply's blocks named so far: the blocks of one reply count as one. */
export type Named = Set<string>

/**
 * Merges a block of questions into the lane. An item is the same when its id is known or its words are, folded; it keeps
 * id, state and answer, takes the new words, and keeps what they leave out. An open one that this reply does not name is
 * retired.
 */
export function mergeQuestions(lane: TaskLane, asked: NewQuestion[], named: Named): TaskLane {
  const questions = merge(lane.questions, asked, named, {
    wordsOf: ({ text }) => text,
    make: (id, { text, context, options }, known): Question => ({
      id,
      text,
      context: context ?? known?.context ?? null,
      options: options ?? known?.options ?? [],
      status: known?.status ?? 'open',
      answer: known?.answer ?? null,
      sent_message_id: known?.sent_message_id ?? null,
    }),
  })
  return { ...lane, questions }
}

/** The same for diagnostic checks. */
export function mergeChecks(lane: TaskLane, asked: NewCheck[], named: Named): TaskLane {
  const checks = merge(lane.checks, asked, named, {
    wordsOf: ({ label }) => label,
    make: (id, { label, command, description, disruptive }, known): Check => ({
      id,
      label,
      command: command ?? known?.command ?? null,
      description: description ?? known?.description ?? null,
      disruptive: disruptive ?? known?.disruptive ?? false,
      status: known?.status ?? 'open',
      result: known?.result ?? null,
      sent_message_id: known?.sent_message_id ?? null,
    }),
  })
  return { ...lane, checks }
}

type Item = { id: string; status: ItemStatus }
type Kind<Known extends Item, New> = {
  wordsOf: (item: Known | New) => string
  make: (id: string, item: New, known: Known | undefined) => Known
}

function merge<Known extends Item, New extends { id?: string | undefined }>(
  known: Known[],
  asked: New[],
  named: Named,
  { wordsOf, make }: Kind<Known, New>,
): Known[] {
  const items = [...known]
  for (const each of asked) {
    const words = folded(wordsOf(each))
    const byId = items.findIndex(({ id }) => id === each.id)
    const at = byId >= 0 ? byId : items.findIndex((item) => folded(wordsOf(item)) === words)
    const same = items[at]
    const item = reopened(make(same?.id ?? crypto.randomUUID(), each, same))
    named.add(item.id)
    if (same) items[at] = item
    else items.push(item)
  }
  return items.map((item) => (item.status === 'open' && !named.has(item.id) ? { ...item, status: 'retired' } : item))
}

const reopened = <Known extends Item>(item: Known): Known =>
  item.status === 'retired' ? { ...item, status: 'open' } : item

/** Words without case, white space and closing punctuation: what makes two items the same. */
function folded(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s\p{P}]+$/u, '')
    .trim()
}
