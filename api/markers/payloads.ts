import { z } from 'zod'
import { withoutFence } from './fence.ts'

export const markerNames = ['QUESTIONS', 'ACTIONS', 'PROMOTE', 'SUGGEST_FIX', 'FIX_OUTCOME'] as const
export type MarkerName = (typeof markerNames)[number]

const text = (longest: number) => z.string().trim().min(1).max(longest)
/** Text that no limit is set for: the size of its block bounds it. */
const anyText = z.string().trim().min(1)

/** An object in which null and blank text count as absent, so that they fail where a field is required and only there. */
const fields = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.preprocess(withoutAbsent, z.object(shape))

const question = fields({
  text: text(500),
  context: anyText.optional(),
  options: z.array(text(80)).min(2).max(6).optional(),
  id: anyText.optional(),
})

const check = fields({
  label: text(200),
  command: text(4_000).optional(),
  description: text(1_000).optional(),
  disruptive: z.boolean().optional(),
  id: anyText.optional(),
})

const fact = fields({
  text: text(400),
  source_ref: anyText.optional(),
  quote: anyText.optional(),
})

const fix = fields({
  title: text(160),
  description: text(2_000),
  confidence: z.number().transform((percent) => Math.round(Math.min(100, Math.max(0, percent)))),
  facts: z.array(z.int32().positive()).optional(),
  script: fields({ language: z.enum(['powershell', 'bash', 'python', 'cmd']), body: text(20_000) }).optional(),
  script_template_id: anyText.optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
})

const outcome = fields({
  outcome: z.enum(['worked', 'partial', 'failed']),
  reason: text(500),
})

export type QuestionPayload = z.output<typeof question>
export type CheckPayload = z.output<typeof check>
export type PromotePayload = z.output<typeof fact>
export type FixPayload = z.output<typeof fix>
export type OutcomePayload = z.output<typeof outcome>

export type Block =
  | { marker: 'QUESTIONS'; questions: QuestionPayload[] }
  | { marker: 'ACTIONS'; checks: CheckPayload[] }
  | { marker: 'PROMOTE'; facts: PromotePayload[] }
  | { marker: 'SUGGEST_FIX'; fix: FixPayload }
  | { marker: 'FIX_OUTCOME'; outcome: OutcomePayload }

const blocks: Record<MarkerName, z.ZodType<Block>> = {
  QUESTIONS: z
    .array(question)
    .min(1)
    .max(6)
    .transform((questions) => ({ marker: 'QUESTIONS' as const, questions })),
  ACTIONS: z
    .array(check)
    .min(1)
    .max(6)
    .transform((checks) => ({ marker: 'ACTIONS' as const, checks })),
  PROMOTE: z
    .preprocess((body) => (Array.isArray(body) ? body : [body]), z.array(fact).min(1).max(5))
    .transform((facts) => ({ marker: 'PROMOTE' as const, facts })),
  SUGGEST_FIX: fix.transform((fix) => ({ marker: 'SUGGEST_FIX' as const, fix })),
  FIX_OUTCOME: outcome.transform((outcome) => ({ marker: 'FIX_OUTCOME' as const, outcome })),
}

/** Reads what stood between a marker's tags, a code fence around it tolerated. Never throws: what cannot be used is
 * `not_json`, or `invalid` when it is JSON that does not fit the marker's schema or that the database cannot store. */
export function readBlock(marker: MarkerName, body: string): { block: Block } | { rejected: 'not_json' | 'invalid' } {
  const json = parseJson(withoutFence(body.trim()))
  if (!json) return { rejected: 'not_json' }
  const read = blocks[marker].safeParse(json.value)
  return read.success && isStorable(read.data) ? { block: read.data } : { rejected: 'invalid' }
}

function parseJson(source: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(source) }
  } catch {
    return undefined
  }
}

function withoutAbsent(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, field]) => !isAbsent(field)))
}

function isAbsent(field: unknown): boolean {
  return field === null || (typeof field === 'string' && field.trim() === '')
}

// PostgreSQL refuses NUL and lone surrogates in text and jsonb; the depth guards every later recursion over `parameters`.
function isStorable(value: unknown, deepest = 16): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value !== 'object' || value === null) return true
  return (
    deepest > 0 &&
    Object.entries(value)
      .flat()
      .every((part) => isStorable(part, deepest - 1))
  )
}
