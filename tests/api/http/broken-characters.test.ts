import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill, type Route, routesOf } from '../app-routes.ts'
import { type Belongings, makeBelongings } from '../belongings.ts'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { bodies, withIds } from '../request-bodies.ts'

const product = await startProduct()
afterAll(product.close)

let mara: Person
let hers: Belongings
beforeAll(async () => {
  mara = await signUpMara(product)
  hers = await makeBelongings(product, mara)
})

type Parameter = { name: string; in: string; schema: { format?: string } }
const inPath = (path: string) => path.replace(/:(\w+)/g, '{$1}')

test('no query of any call takes a NUL to the database: it is refused', async () => {
  const { body } = await mara.get<{ paths: Record<string, { get?: { parameters?: Parameter[] } }> }>('/openapi.json')
  const asked = routesOf(product)
    .filter(({ method }) => method === 'GET')
    .flatMap((route) =>
      (body.paths[inPath(route.path)]?.get?.parameters ?? [])
        .filter((parameter) => parameter.in === 'query')
        .map(({ name, schema }) => ({ route, name, is_id: schema.format === 'uuid' })),
    )
  expect(asked.length).toBeGreaterThan(8)
  for (const { route, name, is_id } of asked) {
    const url = `http://flowpilot.test${fill(route, hers)}?${name}`
    // What can be no id names nothing, and to follow nothing is allowed.
    const refused = name === 'sessions' ? 200 : is_id ? 404 : 422
    expect(await statusOf(`${url}=a%00b`), url).toBe(refused)
    // Half a character can't be written in an address: what is decoded stands for it.
    expect(await statusOf(`${url}=a%ED%A0%80b`), url).toBeLessThan(500)
  }
})

async function statusOf(url: string): Promise<number> {
  const response = await product.fetch(new Request(url, { headers: { cookie: await mara.cookie() } }))
  // Some calls answer with a stream that has no end.
  await response.body?.cancel()
  return response.status
}

/** The body with another key beside each of its own, however deep. */
function withBrokenKeys(body: unknown, key: string): unknown[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return []
  const here = { ...body, [key]: 'a' }
  const deeper = Object.entries(body).flatMap(([name, value]) =>
    withBrokenKeys(value, key).map((changed) => ({ ...body, [name]: changed })),
  )
  return [here, ...deeper]
}

test('no body takes a NUL or half a character as the name of a field, at any depth', async () => {
  const routes: Route[] = routesOf(product).filter(({ name }) => bodies[name])
  for (const route of routes) {
    for (const key of ['a\0b', 'a\ud800b']) {
      for (const body of withBrokenKeys(bodies[route.name], key)) {
        const response = await product.fetch(
          new Request(`http://flowpilot.test${fill(route, hers)}`, {
            method: route.method,
            headers: {
              origin: 'http://flowpilot.test',
              'content-type': 'application/json',
              cookie: await mara.cookie(),
            },
            body: withIds(body, hers),
          }),
        )
        expect(response.status, `${route.name} ${JSON.stringify(body)}`).toBe(422)
      }
    }
  }
})
