import type { Origin } from './answers.ts'
import { ownWordsOf } from './passed-on.ts'
import { passageOf } from './quotes.ts'
import { saysNoMore } from './support.ts'

/** Words that may carry a fact: a message, which asks for nothing; or an item, with what was asked. */
export type Ground = Origin

/**
 * Whether a fact rests on this ground: says no more than it. What a person only passed on, the text of the ticket among
 * it, is none of his words.
 */
export const isGrounded = (fact: string, ground: Ground, ticket: string): boolean =>
  saysNoMore(fact, ownGround(ground, ticket))

/** Whether a fact rests on words that were quoted from one of these grounds. */
export const isQuoted = (fact: string, quote: string, grounds: Ground[], ticket: string): boolean =>
  grounds.some((ground) => {
    const own = ownGround(ground, ticket)
    const passage = passageOf(quote, own.said)
    return passage !== undefined && saysNoMore(fact, { ...own, said: own.asked === undefined ? passage : own.said })
  })

/** What a command printed is nobody's words. */
const ownGround = (ground: Ground, ticket: string): Ground =>
  ground.is_output ? ground : { ...ground, said: ownWordsOf(ground.said, ticket) }
