import type { ParametersSchema } from '../../db/schema/script-templates.ts'
import { shortest_known } from './known-values.ts'
import { saysSecret } from './secret-names.ts'

/** Values that would take every "true" out of a text with them. */
const trivial = new Set(['true', 'false', 'null', 'none', 'undefined'])

/** The values of the parameters that the schema marks as secret or whose name says so, each once, as text. */
export function markedValues(parameters: Record<string, unknown>, schema: ParametersSchema | null): string[] {
  const marked = new Set(schema?.parameters.filter(({ type }) => type === 'secret').map(({ key }) => key))
  const values = Object.entries(parameters)
    .filter(([key]) => marked.has(key) || saysSecret(key))
    .flatMap(([, value]) => textsIn(value))
  return [...new Set(values)].filter((value) => value.length >= shortest_known && !trivial.has(value.toLowerCase()))
}

/** The secret values of all these parameters, of a session's fixes and scripts. */
export const secretsIn = (
  rows: { parameters: Record<string, unknown>; parameters_schema: ParametersSchema | null }[],
): string[] => rows.flatMap(({ parameters, parameters_schema }) => markedValues(parameters, parameters_schema))

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'string' ? [value] : []
}
