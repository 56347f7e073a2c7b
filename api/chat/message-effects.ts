import type { MessageEffect } from '../../db/schema/ai-messages.ts'
import type { Applied } from '../markers/apply-block.ts'

/** Adds what a block did to what the blocks of a reply did before, for the lines under it. */
export function addEffect(effects: MessageEffect[], applied: Applied) {
  const effect = effectOf(applied)
  if (!('ids' in effect)) {
    effects.push(effect)
    return
  }
  if (effect.ids.length === 0) return
  const same = effects.find((each) => each.type === effect.type)
  if (same && 'ids' in same) same.ids.push(...effect.ids)
  else effects.push(effect)
}

function effectOf(applied: Applied): MessageEffect {
  switch (applied.event) {
    case 'task_lane':
      return applied.effect
    case 'fact':
      return { type: 'fact', ids: [applied.data.fact.id] }
    case 'suggested_fix':
      return { type: 'suggested_fix', ids: [applied.data.suggested_fix.id] }
    case 'outcome_proposal':
      return { type: 'outcome_proposal', ids: [applied.data.suggested_fix_id] }
    case 'rejected':
      return { type: 'rejected', ...applied.data }
  }
}
