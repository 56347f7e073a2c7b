import { true_answers } from './true-answers.ts'
import { true_at_the_desk } from './true-at-the-desk.ts'
import { true_quotes } from './true-quotes.ts'
import { true_results } from './true-results.ts'
import { untrue_answers } from './untrue-answers.ts'
import { untrue_at_the_desk } from './untrue-at-the-desk.ts'
import { untrue_passed_on } from './untrue-passed-on.ts'
import { untrue_quotes } from './untrue-quotes.ts'
import { untrue_results } from './untrue-results.ts'

export const true_promotions = [...true_answers, ...true_results, ...true_quotes, ...true_at_the_desk]
export const untrue_promotions = [
  ...untrue_answers,
  ...untrue_results,
  ...untrue_quotes,
  ...untrue_passed_on,
  ...untrue_at_the_desk,
]
