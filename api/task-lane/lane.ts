import * as z from 'zod'

export const itemStatus = z.enum(['open', 'done', 'skipped', 'retired'])

/** The message that told the chat model what the item says now; null where none did. */
const sent = { sent_message_id: z.uuid().nullable() }

const question = z.object({
  id: z.uuid(),
  text: z.string(),
  context: z.string().nullable(),
  options: z.array(z.string()),
  status: itemStatus,
  answer: z.string().nullable(),
  ...sent,
})

const check = z.object({
  id: z.uuid(),
  label: z.string(),
  command: z.string().nullable(),
  description: z.string().nullable(),
  disruptive: z.boolean(),
  status: itemStatus,
  result: z.string().nullable(),
  ...sent,
})

export const taskLaneSchema = z
  .object({ questions: z.array(question), checks: z.array(check) })
  .meta({ id: 'TaskLane' })

/** The state of the diagnosis: what was asked and answered, what is to be run and what it gave. */
export type TaskLane = z.infer<typeof taskLaneSchema>
export type Question = TaskLane['questions'][number]
export type Check = TaskLane['checks'][number]
export type ItemStatus = z.infer<typeof itemStatus>

/** Every item with what it gave. */
export const itemsOf = ({ questions, checks }: TaskLane) => [
  ...questions.map((item) => ({ kind: 'question' as const, item, given: item.answer })),
  ...checks.map((item) => ({ kind: 'diagnostic_check' as const, item, given: item.result })),
]

/** An item of either kind with what it gave, or nothing where the lane has no such item. */
export const itemOf = (lane: TaskLane, id: string) => itemsOf(lane).find(({ item }) => item.id === id)

/** The lane after a message that sends these items. */
export const withSent = (lane: TaskLane, ids: string[], sent_message_id: string): TaskLane =>
  eachItem(lane, (item) => (ids.includes(item.id) ? { ...item, sent_message_id } : item))

/** A lane as it is kept; one that is older than a property of its items has it empty. */
export const readLane = (kept: unknown): TaskLane =>
  eachItem(kept as TaskLane, (item) => ({ ...item, sent_message_id: item.sent_message_id ?? null }))

const eachItem = (
  { questions, checks }: TaskLane,
  change: <Item extends Question | Check>(item: Item) => Item,
): TaskLane => ({ questions: questions.map((each) => change(each)), checks: checks.map((each) => change(each)) })
