import { redactDeep } from '../redaction/redact-deep.ts'
import type { itemOf } from './lane.ts'

export type LaneItem = NonNullable<ReturnType<typeof itemOf>>

/**
 * An item without its secrets, before anything of it is joined, cut or quoted: what it gave is read in the light of what
 * was asked, since neither alone shows that "kx93" is a password.
 */
export function redactItem(found: LaneItem, known_values: readonly string[]): LaneItem {
  if (found.kind === 'question') {
    const item = redactDeep(found.item, known_values)
    return { ...found, item, given: item.answer }
  }
  const item = redactDeep(found.item, known_values)
  return { ...found, item, given: item.result }
}
