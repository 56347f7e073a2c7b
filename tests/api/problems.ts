import { expect } from 'vitest'
import { type Problem, problemSchema } from '../../api/http/problem.ts'
import type { Answer } from '../harness/http.ts'

/** Expects a problem of exactly the fields that the contract names, and answers it. */
export function expectProblem(answer: Answer<unknown>, status: number, code: string, where = ''): Problem {
  const { body, headers } = answer
  expect(answer, where).toMatchObject({ status, body: { status, code } })
  expect(headers.get('content-type'), where).toBe('application/problem+json')
  const problem = problemSchema.strict().parse(body)
  expect(problem.request_id, where).toBe(headers.get('x-request-id'))
  expect(problem.detail, where).not.toBe('')
  return problem
}

/** The paths that a problem complains about. */
export const pathsOf = ({ errors = [] }: Problem) => errors.map(({ path }) => path)
