import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../harness/http.ts'
import { routesOf } from '../app-routes.ts'
import { startProduct } from '../product.ts'
import { bodies } from '../request-bodies.ts'

type Schema = { [key: string]: unknown }
type Operation = {
  summary?: string
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]
  requestBody?: { required: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
}
type Document = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const product = await startProduct()
afterAll(product.close)

/** The document describes the API, and not itself. */
const itself = ['/api/v1/openapi.json', '/api/v1/docs']
const described = routesOf(product).filter(({ path }) => !itself.includes(path))

let document: Document
beforeAll(async () => {
  const { status, body } = await openBrowser(product).get<Document>('/openapi.json')
  expect(status).toBe(200)
  document = body
})

const pathOf = (path: string) => path.replace(/:(\w+)/g, '{$1}')
const operationOf = ({ method, path }: { method: string; path: string }) =>
  document.paths[pathOf(path)]?.[method.toLowerCase()]

const isDescribed = (schema: unknown) =>
  typeof schema === 'object' && schema !== null && ('type' in schema || 'anyOf' in schema)

/** Every object in a JSON value, itself included. */
function objectsIn(value: unknown): Schema[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(objectsIn)
  return Array.isArray(value) ? inside : [value as Schema, ...inside]
}

test('the document is OpenAPI 3.1 of FlowPilot, and every reference in it leads somewhere', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/)
  expect(document.info).toMatchObject({ title: 'FlowPilot', version: expect.any(String) })
  const references = objectsIn(document).flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []))
  expect(references.length).toBeGreaterThan(20)
  for (const reference of references) {
    const name = reference.match(/^#\/components\/schemas\/(\w+)$/)?.[1] ?? ''
    expect(Object.keys(document.components.schemas), reference).toContain(name)
  }
})

test('it names every call of the app, and no other', () => {
  const named = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(named.sort()).toEqual(described.map(({ method, path }) => `${method} ${pathOf(path)}`).sort())
})

test('a problem is described as every error is answered', () => {
  expect(document.components.schemas.Problem).toMatchObject({
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'detail', 'request_id'],
    properties: { errors: { type: 'array', items: { required: ['path', 'message'] } } },
  })
})

test('an id is a UUID, and what is answered is described by the same schemas that make it', () => {
  const { AiSession, SessionPage, TaskLane, Fact, SuggestedFix, Message } = document.components.schemas
  for (const schema of [AiSession, SessionPage, TaskLane, Fact, SuggestedFix, Message]) expect(schema).toBeDefined()
  expect(AiSession?.properties).toMatchObject({
    id: { type: 'string', format: 'uuid' },
    status: { enum: ['active', 'paused', 'resolved', 'escalated', 'abandoned'] },
    created_at: { format: 'date-time' },
  })
})

describe.each(described)('$name', (route) => {
  test('says what it does, what it answers, and that anything else is a problem', () => {
    const operation = operationOf(route)
    expect(operation?.summary).toMatch(/^[A-Z]/)
    const problem = { schema: { $ref: '#/components/schemas/Problem' } }
    expect(operation?.responses.default?.content).toEqual({ 'application/problem+json': problem })
    for (const [status, { description }] of Object.entries(operation?.responses ?? {})) {
      expect(status).toMatch(/^(2\d\d|default)$/)
      expect(description).not.toBe('')
    }
  })

  test('names its parameters, and takes the fields that it takes and no other', () => {
    const { parameters = [], requestBody } = operationOf(route) ?? {}
    const inPath = parameters.filter((parameter) => parameter.in === 'path')
    expect(inPath.map(({ name }) => `:${name}`)).toEqual(route.path.match(/:\w+/g) ?? [])
    for (const parameter of inPath) {
      // What a PSA calls a ticket by is its own.
      const schema = parameter.name === 'ref' ? { type: 'string' } : { format: 'uuid' }
      expect(parameter).toMatchObject({ required: true, schema })
    }
    const schema = requestBody?.content['application/json']?.schema ?? {}
    const shapes = objectsIn(schema).filter(({ type }) => type === 'object')
    // By names of the account's own choice a call takes only values that it describes.
    for (const { additionalProperties: others } of shapes) expect(others === false || isDescribed(others)).toBe(true)
    const fields = shapes.flatMap(({ properties }) => Object.keys(properties ?? {}))
    expect(fields).toEqual(expect.arrayContaining(Object.keys(bodies[route.name] ?? {})))
  })
})
