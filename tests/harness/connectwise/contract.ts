import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../repository.ts'
import { parseConditions } from './conditions.ts'
import type { RecordedRequest } from './requests.ts'
import { resolved, type Schema, type Schemas, schemaErrors } from './schema-errors.ts'

type Content = Record<string, { schema: Schema }>
type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema }
type Described = {
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}
type Contract = { paths: Record<string, Record<string, Described>>; components: { schemas: Schemas } }
type Operation = Described & { name: string; method: string; pattern: RegExp; schemas: Schemas }

/** The interface that ConnectWise publishes. It is theirs and no part of this repository; without it nothing is checked. */
const path = process.env.CONNECTWISE_CONTRACT ?? join(repository, '../shared/contracts/connectwise.json')

export const contract_is_here = existsSync(path)
/** For the names of tests that need it: what a reader has to know when they are left out. */
export const without_contract = contract_is_here ? '' : ' (left out: CONNECTWISE_CONTRACT names no interface file)'

/** What the trimmed interface does not describe, and FlowPilot needs. */
const beside_the_contract = /^GET \/(system\/info|login\/companyinfo\/[^/]+)$/

let read: Operation[] | undefined

/** Every operation of the interface, named like `GET /service/tickets/{id}`; throws where the file is absent. */
export function contractOperations(): Operation[] {
  read ??= operationsOf(JSON.parse(readFileSync(path, 'utf8')))
  return read
}

function operationsOf({ paths, components: { schemas } }: Contract): Operation[] {
  return Object.entries(paths).flatMap(([route, described]) =>
    Object.entries(described).map(([verb, operation]) => {
      const method = verb.toUpperCase()
      const pattern = new RegExp(`^${route.replaceAll(/\{\w+\}/g, '\\d+')}$`)
      return { ...operation, name: `${method} ${route}`, method, pattern, schemas }
    }),
  )
}

/** Where requests leave the published interface: paths, parameters, headers, bodies; empty when all is well. */
export function contractErrors(requests: RecordedRequest[]): string[] {
  return requests.flatMap((request) => {
    const name = `${request.method} ${request.path}`
    if (beside_the_contract.test(name)) return []
    const operation = operationFor(request.method, request.path)
    if (!operation) return [`${name}: is not in the interface`]
    return [
      ...parameterErrors(operation, request),
      ...fieldErrors(operation, request),
      ...bodyErrors(operation, request),
    ].map((error) => `${name}: ${error}`)
  })
}

/** Where an answer leaves it; `body` is null for none. */
export function answerErrors(answer: {
  method: string
  path: string
  status: number
  content_type: string | null
  body: unknown
}): string[] {
  const described = operationFor(answer.method, answer.path)
  const response = described?.responses[answer.status]
  if (!described || !response) return [`${answer.status} is not in the interface`]
  const [media_type, content] = Object.entries(response.content ?? {})[0] ?? []
  if (!content) return answer.body === null ? [] : ['there is a body where none belongs']
  const bare = (type = '') => type.split(';')[0]
  const wrong_type =
    bare(media_type) === bare(answer.content_type ?? '') ? [] : [`content-type is ${answer.content_type}`]
  return [...wrong_type, ...schemaErrors(described.schemas, content.schema, answer.body, 'answer')]
}

const operationFor = (method: string, path: string) =>
  contractOperations().find((each) => each.method === method && each.pattern.test(path))

function parameterErrors({ parameters = [], schemas }: Operation, { query, headers }: RecordedRequest): string[] {
  const unknown = Object.keys(query).filter(
    (name) => !parameters.some((each) => each.in === 'query' && each.name === name),
  )
  const missing = parameters.filter(
    (each) => each.in === 'header' && each.required && !headers[each.name.toLowerCase()],
  )
  const known = parameters.filter((each) => each.in === 'query' && query[each.name] !== undefined)
  return [
    ...unknown.map((name) => `?${name} is not in the interface`),
    ...missing.map(({ name }) => `header ${name}: is missing`),
    ...known.flatMap(({ name, schema }) => {
      const text = query[name] ?? ''
      const value = schema.type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text
      return schemaErrors(schemas, schema, value, `?${name}`)
    }),
  ]
}

/** The properties that `fields`, `orderBy` and `conditions` name are the answer's own. */
function fieldErrors({ responses, schemas }: Operation, { query }: RecordedRequest): string[] {
  const content = Object.values(responses['200']?.content ?? {})[0]
  if (!content) return []
  const answer = resolved(schemas, content.schema)
  const lists = [query.fields, query.orderBy?.replaceAll(/\s+(asc|desc)\b/gi, '')]
  const asked = query.conditions ? parseConditions(query.conditions).fields : []
  const named = [...lists.flatMap((list) => list?.split(',') ?? []), ...asked]
  return named
    .map((field) => field.trim())
    .filter((field) => !knows(schemas, answer.items ?? answer, field.split('/')))
    .map((field) => `there is no field “${field}”`)
}

function knows(schemas: Schemas, schema: Schema, [name, ...rest]: string[]): boolean {
  if (name === undefined) return true
  const { properties, additionalProperties } = resolved(schemas, schema)
  const its = properties?.[name] ?? additionalProperties
  return its !== undefined && knows(schemas, its, rest)
}

function bodyErrors({ requestBody, schemas }: Operation, { body }: RecordedRequest): string[] {
  const content = Object.values(requestBody?.content ?? {})[0]
  if (!content) return body === null ? [] : ['body: none belongs here']
  return body === null ? ['body: is missing'] : schemaErrors(schemas, content.schema, body, 'body')
}
