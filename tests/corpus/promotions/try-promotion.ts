import { ground } from '../../../api/facts/promote.ts'
import type { TaskLane } from '../../../api/task-lane/lane.ts'
import type { PromotionCase, PromotionSource } from './promotion-case.ts'

const id = '00000000-0000-4000-8000-000000000001'

/** Whether a fact would be confirmed in a session that has this source and no other. */
export const isConfirmed = ({ text, source }: PromotionCase): boolean =>
  'message' in source
    ? ground({ text, quote: source.quote }, laneOf(source), { messages: [source.message], ticket: source.ticket ?? '' })
        .status === 'confirmed'
    : ground({ text, source_ref: id }, laneOf(source), { messages: [], ticket: '' }).status === 'confirmed'

function laneOf(source: PromotionSource): TaskLane {
  if ('message' in source) return { questions: [], checks: [] }
  if ('question' in source) {
    const { question: text, answer, options = [], context = null } = source
    return { questions: [{ id, text, answer, options, context, status: 'done', sent_message_id: null }], checks: [] }
  }
  const { check: label, result, command = null, description = null } = source
  return {
    questions: [],
    checks: [{ id, label, result, command, description, disruptive: false, status: 'done', sent_message_id: null }],
  }
}
