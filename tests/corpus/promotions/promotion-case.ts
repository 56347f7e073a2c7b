/** What a promoted fact names as its source, in a session where this was asked, recorded or written. */
export type PromotionSource =
  | { question: string; answer: string; options?: string[]; context?: string }
  | { check: string; result: string; command?: string; description?: string }
  | { message: string; quote: string; ticket?: string }

export type PromotionCase = {
  kind: string
  text: string
  source: PromotionSource
}

/** An answered question of the lane. */
export const question = (question: string, answer: string, ...options: string[]): PromotionSource => ({
  question,
  answer,
  options,
})

/** A recorded check of the lane. */
export const check = (
  check: string,
  result: string,
  more: { command?: string; description?: string } = {},
): PromotionSource => ({ check, result, ...more })

/** Words that are quoted from a message of the engineer; what stands in the linked ticket, where one is linked. */
export const message = (message: string, quote = message, ticket = ''): PromotionSource => ({ message, quote, ticket })

/** Cases of one kind: each a source with the texts that are promoted from it. */
export const ofKind = (kind: string, ...cases: [PromotionSource, ...string[]][]): PromotionCase[] =>
  cases.flatMap(([source, ...texts]) => texts.map((text) => ({ kind, text, source })))
