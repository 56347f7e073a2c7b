import type { Fact } from '../pilot/session-page.ts'

/** What a fact will be once the server has taken a change; null when it will be gone. */
export type FactChange = { becomes: Fact | null }

/** The facts with this one, in the place of the one it replaces or where its ordinal puts it. */
export function withFact(facts: Fact[], fact: Fact): Fact[] {
  const others = withoutFact(facts, fact.id)
  const at = others.findIndex(({ ordinal }) => ordinal > fact.ordinal)
  return at === -1 ? [...others, fact] : [...others.slice(0, at), fact, ...others.slice(at)]
}

export const withoutFact = (facts: Fact[], id: string): Fact[] => facts.filter((fact) => fact.id !== id)

/** The facts as they will be once the server has taken the changes that are on their way to it, by the ids of the facts. */
export function withFactChanges(facts: Fact[], changes: ReadonlyMap<string, FactChange>): Fact[] {
  let changed = facts
  for (const [id, { becomes }] of changes) changed = becomes ? withFact(changed, becomes) : withoutFact(changed, id)
  return changed
}

/** The fact that stands for an item of the lane. */
export const factOfItem = (facts: Fact[], item_id: string): Fact | undefined =>
  facts.find(({ source_ref, status }) => source_ref === item_id && status === 'confirmed')

/** Facts from which on the list folds itself. */
export const FOLDS_AT = 8
/** Facts that a folded list shows of its beginning. */
const FEW = 5

/** What a folded list shows: its beginning, and what must not be out of sight. */
export const foldFacts = (facts: Fact[], staysInSight: (fact: Fact) => boolean): Fact[] =>
  facts.filter((fact, at) => at < FEW || staysInSight(fact))
