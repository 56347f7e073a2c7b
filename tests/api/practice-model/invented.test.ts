import { expect, test } from 'vitest'
import { inventedIn } from '../../../api/grounding/indicators.ts'
import { knownProblems } from '../../../api/practice-model/known-problems.ts'

test('no option’s fact says anything concrete that question and option do not', () => {
  const invented = knownProblems.flatMap(({ name, questions }) =>
    Object.values(questions).flatMap(({ text, context, options }) =>
      Object.entries(options ?? {}).flatMap(([option, fact]) =>
        fact === null
          ? []
          : inventedIn(fact, `${text}\n${context ?? ''}\n${option}`).map((what) => `${name}: ${fact}: ${what}`),
      ),
    ),
  )
  expect(invented).toEqual([])
})
