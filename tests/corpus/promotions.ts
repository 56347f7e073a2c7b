import { true_promotions, untrue_promotions } from './promotions/all-promotions.ts'
import type { PromotionCase } from './promotions/promotion-case.ts'
import { isConfirmed } from './promotions/try-promotion.ts'

/**
 * What becomes of facts that a model promotes: of those that say what their source says, and of those that say more. Prints
 * how many of each kind are confirmed, and every one that is judged wrongly; ends with 1 below 97 % of the true ones, and
 * where any untrue one is confirmed.
 */
const share = printTable('true', true_promotions, true)
const wrong = printTable('untrue', untrue_promotions, false)
process.exit(share < 0.97 || wrong > 0 ? 1 : 0)

function printTable(title: string, cases: PromotionCase[], expected: boolean): number {
  for (const [kind, group] of Map.groupBy(cases, (each) => each.kind)) say(`  ${title}, ${kind}`, group)
  for (const each of cases.filter((each) => isConfirmed(each) !== expected))
    console.log(`  ${expected ? 'only proposed' : 'confirmed'}: ${each.text} ← ${JSON.stringify(each.source)}`)
  return say(`all ${title}`, cases)
}

/** Prints and answers the share of confirmed ones. */
function say(what: string, cases: PromotionCase[]): number {
  const confirmed = cases.filter(isConfirmed).length
  console.log(`${what}: ${((100 * confirmed) / cases.length).toFixed(1)} % confirmed of ${cases.length}`)
  return confirmed / cases.length
}
