import { redact } from './redaction/redact.ts'

/** One JSON line an event, for machines to read. Never content: no message, no answer, no output, no header. */
export type Log = { info: LogLine; warn: LogLine; error: LogLine }
type LogLine = (event: string, fields?: Record<string, unknown>) => void

export function createLog(write: (line: string) => void = console.log): Log {
  const at =
    (level: string): LogLine =>
    (event, fields = {}) =>
      write(JSON.stringify({ time: new Date().toISOString(), level, event, ...fields, ...describe(fields.error) }))
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

// A database error names the statement's parameters in its message, and a JSON error what it could not read: content
// both. Of what PostgreSQL, its driver or drizzle raised, only the code is logged.
function describe(error: unknown): { error?: unknown } {
  if (!(error instanceof Error)) return error === undefined ? {} : { error: typeof error }
  const { name, message, stack } = error
  const code = codeOf(error)
  // Written for the operator, and without content: where it came from says nothing more.
  if ('sentence' in error) return { error: { name, code, message: error.sentence } }
  if (code !== undefined) return { error: { name, code, stack: framesOf(stack) } }
  return {
    error: { name, ...(error instanceof SyntaxError ? {} : { message: redact(message).text }), stack: framesOf(stack) },
  }
}

function codeOf(error: Error): unknown {
  if ('code' in error) return error.code
  return error.cause instanceof Error ? codeOf(error.cause) : undefined
}

const framesOf = (stack = '') => stack.split('\n').filter((line) => line.trimStart().startsWith('at '))
