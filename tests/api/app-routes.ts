import type { Product } from './product.ts'

/** A call of the API: its method and its path as the app has it, `/api/v1/members/:user_id`. */
export type Route = { name: string; method: string; path: string }

/** Every call under /api/v1 that the app answers, however it came to be there. */
export function routesOf({ app }: Product): Route[] {
  const calls = app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
  const names = new Set(calls.map(({ method, path }) => `${method} ${path}`))
  return [...names].map((name) => {
    const [method = '', path = ''] = name.split(' ')
    return { name, method, path }
  })
}

export const isWrite = ({ method }: Route) => method !== 'GET'

/** A path's parameters, each with the word before it, which says what it is: `members/:user_id`. */
export const paramsOf = ({ path }: Route): string[] => path.match(/[^/]+\/:[^/]+/g) ?? []

/** The path with its parameters filled in; throws for one that nobody made a row for. */
export function fill({ name, path }: Route, ids: Record<string, string>): string {
  return path.replace(/([^/]+)\/:[^/]+/g, (param, word) => {
    const id = ids[param]
    if (id === undefined) throw new Error(`${name}: make a row for ${param} in belongings.ts`)
    return `${word}/${id}`
  })
}
