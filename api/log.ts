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

// A database error names the statement's parameters in its message, and those are content: of what PostgreSQL or its
// driver raised, only the code is logged.
function describe(error: unknown): { error?: unknown } {
  if (!(error instanceof Error)) return error === undefined ? {} : { error: typeof error }
  const { name, stack } = error
  const cause = error.cause instanceof Error ? error.cause : error
  if ('code' in cause) return { error: { name, code: cause.code, stack: framesOf(stack) } }
  return { error: { name, message: error.message, stack: framesOf(stack) } }
}

const framesOf = (stack = '') => stack.split('\n').filter((line) => line.trimStart().startsWith('at '))
