import type { Check, Question, TaskLane } from '../../../api/task-lane/lane.ts'

export const questionOf = (text: string, more: Partial<Question> = {}): Question => ({
  id: crypto.randomUUID(),
  text,
  context: null,
  options: [],
  status: 'open',
  answer: null,
  sent_message_id: null,
  ...more,
})

export const checkOf = (label: string, more: Partial<Check> = {}): Check => ({
  id: crypto.randomUUID(),
  label,
  command: null,
  description: null,
  disruptive: false,
  status: 'open',
  result: null,
  sent_message_id: null,
  ...more,
})

export const laneOf = (lane: Partial<TaskLane>): TaskLane => ({ questions: [], checks: [], ...lane })
