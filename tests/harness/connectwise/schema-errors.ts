/** What the published interface uses of OpenAPI 3.0's schemas. */
export type Schema = {
  $ref?: string
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean'
  format?: string
  enum?: unknown[]
  nullable?: boolean
  properties?: Record<string, Schema>
  additionalProperties?: Schema
  required?: string[]
  items?: Schema
}

export type Schemas = Record<string, Schema>

/** The schema itself, or the one that it refers to. */
export function resolved(schemas: Schemas, schema: Schema): Schema {
  if (!schema.$ref) return schema
  const found = schemas[schema.$ref.replace('#/components/schemas/', '')]
  if (!found) throw new Error(`The interface has no ${schema.$ref}`)
  return found
}

/** Where a value breaks its schema, each as `ticket.status.id: …`; a property that the schema does not name counts, too. */
export function schemaErrors(schemas: Schemas, given: Schema, value: unknown, where: string): string[] {
  const schema = resolved(schemas, given)
  // The interface's generator writes `object` for what may be anything.
  const says_nothing = schema.type === undefined || (schema.type === 'object' && !schema.properties && !isMap(schema))
  if (says_nothing || (value === null && schema.nullable)) return []
  if (!isOfType(schema, value)) return [`${where}: ${JSON.stringify(value)} is no ${schema.format ?? schema.type}`]
  if (schema.enum && !schema.enum.includes(value)) return [`${where}: “${value}” is none of ${schema.enum.join(', ')}`]
  if (Array.isArray(value)) {
    return value.flatMap((each, at) => schemaErrors(schemas, schema.items ?? {}, each, `${where}[${at}]`))
  }
  return typeof value === 'object' && value !== null ? objectErrors(schemas, schema, value, where) : []
}

function objectErrors(schemas: Schemas, schema: Schema, value: object, where: string): string[] {
  const missing = (schema.required ?? []).filter((name) => !(name in value))
  return [
    ...missing.map((name) => `${where}.${name}: is missing`),
    ...Object.entries(value).flatMap(([name, each]) => {
      const its = schema.properties?.[name] ?? schema.additionalProperties
      return its ? schemaErrors(schemas, its, each, `${where}.${name}`) : [`${where}.${name}: is not in the interface`]
    }),
  ]
}

const isMap = (schema: Schema) => schema.additionalProperties !== undefined

function isOfType({ type, format }: Schema, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'string':
      return typeof value === 'string' && (formats[format ?? '']?.test(value) ?? true)
    default:
      return typeof value === type
  }
}

const formats: Record<string, RegExp> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
}
