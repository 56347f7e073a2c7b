import { describe, expect, test } from 'vitest'
import type { SourceFile } from './source-file.ts'
import { pathsThatDoNotExist } from './structure-docs.ts'
import { arrowsGoingUp, cycles } from './structure-layers.ts'
import {
  anthropicOutsideOfAi,
  codeFromTheApiInTheUi,
  decidingRoutes,
  domainInTheKit,
  drizzleOutsideOfRows,
  environmentElsewhere,
  laneColumnElsewhere,
  namesByKind,
  reexports,
  testsInTheProduct,
  tooLong,
  tooManyLong,
} from './structure-rules.ts'

const file = (path: string, text = ''): SourceFile => ({ path, text })
const lines = (count: number) => 'export {}\n'.repeat(count)

describe('an arrow goes up', () => {
  const breach = (path: string, text: string) => arrowsGoingUp([file(path, text)])

  test('when a concept uses one after it, or one beside it', () => {
    expect(breach('api/facts/facts.ts', `import { take } from '../chat/turn.ts'`)).toEqual([
      'api/facts/facts.ts → api/chat/turn.ts',
    ])
    expect(breach('api/tickets/tickets.ts', `import { lane } from '../task-lane/task-lane.ts'`)).toHaveLength(1)
  })
  test('when only a type is taken, or it is taken late', () => {
    expect(breach('db/connect.ts', `import type { Fact } from '../api/facts/facts.ts'`)).toHaveLength(1)
    expect(breach('api/ai/ai.ts', `const chat = await import('../chat/turn.ts')`)).toHaveLength(1)
    expect(breach('api/ai/ai.ts', `let turn: import('../chat/turn.ts').Turn`)).toHaveLength(1)
  })
  test('when a concept takes the values it should be handed', () => {
    expect(breach('api/facts/routes.ts', `import type { Deps } from '../deps.ts'`)).toEqual([])
    expect(breach('api/facts/routes.ts', `import { deps } from '../deps.ts'`)).toHaveLength(1)
  })
  test('when the API uses the UI, and when a folder has no layer', () => {
    expect(breach('api/app.ts', `import { App } from '../ui/App.tsx'`)).toHaveLength(1)
    expect(breach('api/surprises/routes.ts', '')).toEqual([expect.stringContaining('surprises has no layer')])
  })
  test('and not when it goes down, stays inside, or leaves for a package', () => {
    const text = `import { Hono } from 'hono'
      import { listFacts } from '../facts/facts.ts'
      import { users } from '../../db/schema/users.ts'
      import { take } from './turn.ts'
      // import { app } from '../app.ts'
      const words = "import { app } from '../app.ts'"`
    expect(breach('api/chat/routes.ts', text)).toEqual([])
  })
})

test('a ring of imports is found with its way around, and a file used twice is no ring', () => {
  const one = file('db/one.ts', `import type { Two } from './two.ts'`)
  const two = file('db/two.ts', `import { three } from './three.ts'`)
  const three = file('db/three.ts', `import { one } from './one.ts'`)
  expect(cycles([one, two, three])).toEqual(['db/one.ts → db/two.ts → db/three.ts → db/one.ts'])
  expect(cycles([one, two, file('db/three.ts'), file('db/four.ts', `import './three.ts'`)])).toEqual([])
})

test('the UI may take a type in ui/api.ts, and nothing anywhere else', () => {
  const type_import = `import type { AppType } from '../api/app.ts'`
  expect(codeFromTheApiInTheUi([file('ui/api.ts', type_import)])).toEqual([])
  expect(codeFromTheApiInTheUi([file('ui/api.ts', `import { type AppType } from '../api/app.ts'`)])).toHaveLength(1)
  expect(codeFromTheApiInTheUi([file('ui/main.tsx', type_import)])).toHaveLength(1)
  expect(codeFromTheApiInTheUi([file('ui/pilot/Lane.tsx', `import { lane } from '../../db/lane.ts'`)])).toHaveLength(1)
})

test('the kit may not know a domain', () => {
  expect(domainInTheKit([file('ui/kit/Dialog.tsx', `import { Button } from './Button.tsx'`)])).toEqual([])
  expect(domainInTheKit([file('ui/kit/Dialog.tsx', `import { Lane } from '../task-lane/Lane.tsx'`)])).toHaveLength(1)
})

test('drizzle may be used in rows files, and nowhere else in the API', () => {
  const text = `import { eq } from 'drizzle-orm'\nimport { pgTable } from 'drizzle-orm/pg-core'`
  expect(drizzleOutsideOfRows([file('api/facts/rows.ts', text), file('api/facts/fact-rows.ts', text)])).toEqual([])
  expect(drizzleOutsideOfRows([file('api/facts/facts.ts', text)])).toHaveLength(2)
  expect(drizzleOutsideOfRows([file('api/facts/arrows.ts', text)])).toHaveLength(2)
})

test('the Anthropic SDK may be used in api/ai and in tests', () => {
  const text = `import Anthropic from '@anthropic-ai/sdk'`
  expect(anthropicOutsideOfAi([file('api/ai/client.ts', text), file('tests/api/ai/client.test.ts', text)])).toEqual([])
  expect(anthropicOutsideOfAi([file('api/chat/turn.ts', text)])).toHaveLength(1)
})

test('the lane’s column and the environment have one place each', () => {
  const lane = `select pending_task_lane`
  expect(laneColumnElsewhere([file('api/task-lane/task-lane.ts', lane), file('tests/lane.test.ts', lane)])).toEqual([])
  expect(laneColumnElsewhere([file('api/chat/turn.ts', lane)])).toEqual(['api/chat/turn.ts'])
  expect(environmentElsewhere([file('api/config.ts', 'process.env')])).toEqual([])
  expect(environmentElsewhere([file('api/ai/client.ts', 'process.env.KEY')])).toEqual(['api/ai/client.ts'])
})

test('the product may not use tests, nor hide where a thing lives', () => {
  expect(testsInTheProduct([file('api/app.ts', `import { world } from '../tests/harness/world.ts'`)])).toHaveLength(1)
  expect(reexports([file('db/all.ts', `export * from './one.ts'\nexport type { Two } from './two.ts'`)])).toHaveLength(
    2,
  )
  expect(reexports([file('db/one.ts', `import { a } from './a.ts'\nexport const one = a`)])).toEqual([])
})

test('a route that decides is found, and a word of its text is no decision', () => {
  expect(decidingRoutes([file('api/facts/routes.ts', `if (Math.random()) console.log('yes')`)])).toHaveLength(1)
  expect(decidingRoutes([file('api/facts/routes.ts', `const detail = 'if (you) can'`)])).toEqual([])
})

test('names by kind are found in files and folders', () => {
  const paths = ['ui/kit/index.ts', 'api/utils.ts', 'api/services/facts.ts', 'ui/hooks/useFact.ts', 'db/types/fact.ts']
  expect(namesByKind(paths.map((path) => file(path)))).toEqual(paths)
  expect(namesByKind([file('api/facts/fact-index.ts'), file('ui/kit/Button.tsx')])).toEqual([])
})

test('a file may have 300 lines, a component 150, and data any number', () => {
  const fine = [file('db/a.ts', lines(300)), file('ui/A.tsx', lines(150)), file('db/meta.json', lines(2000))]
  expect(tooLong(fine)).toEqual([])
  expect(tooLong([file('db/a.ts', lines(301)), file('ui/A.tsx', lines(151))])).toEqual([
    'db/a.ts: 301 lines',
    'ui/A.tsx: 151 lines',
  ])
})

test('one file in ten may have more than 180 lines', () => {
  const short = Array.from({ length: 9 }, (_, at) => file(`db/short-${at}.ts`, lines(180)))
  const long = file('db/long.ts', lines(181))
  expect(tooManyLong([...short, long])).toEqual([])
  expect(tooManyLong([...short.slice(1), long])).toEqual(['db/long.ts: 181 lines'])
})

test('a path that a document names in code has to exist, in prose it need not', () => {
  const paths = ['api/facts/routes.ts', 'bin/start.mjs', 'db/schema/users.ts']
  const missing = (text: string) => pathsThatDoNotExist([file('README.md', text)], paths)
  expect(missing('`bin/start.mjs`, `api/facts/`, `api/<concept>/routes.ts`, `db/schema/*.ts`, `/api/v1/docs`')).toEqual(
    [],
  )
  expect(missing('Use ui/nowhere.ts')).toEqual([])
  expect(missing('Use `ui/nowhere.ts`.')).toEqual(['README.md: ui/nowhere.ts'])
  expect(missing('```\nnode bin/stop.mjs\n```')).toEqual(['README.md: bin/stop.mjs'])
  expect(missing('    tests/gone.ts   what it is')).toEqual(['README.md: tests/gone.ts'])
})
