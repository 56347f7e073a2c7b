import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi'
import type * as z from 'zod'
import { problemSchema } from './problem.ts'

/** Describes a call in the OpenAPI document: one sentence, and the schema of each answer (null: an answer without a body). */
export function describe(summary: string, answers: Record<number, z.ZodType | null> = {}) {
  const responses: DescribeRouteOptions['responses'] = { default: { description: 'A problem', ...problemContent } }
  for (const [status, schema] of Object.entries(answers)) {
    const content = schema ? { content: { 'application/json': { schema: resolver(schema) } } } : {}
    responses[status] = { description: 'Done', ...content }
  }
  return describeRoute({ summary, responses })
}

/** The same for a call that answers with server-sent events. */
export function describeStream(summary: string) {
  return describeRoute({
    summary,
    responses: {
      200: {
        description: 'The turn, event by event',
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      },
      default: { description: 'A problem', ...problemContent },
    },
  })
}

const problemContent = { content: { 'application/problem+json': { schema: resolver(problemSchema) } } }
