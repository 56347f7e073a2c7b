import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository } from './harness/repository.ts'
import { isCode, readFiles } from './harness/source-file.ts'
import { pathsThatDoNotExist } from './harness/structure-docs.ts'
import { arrowsGoingUp, cycles } from './harness/structure-layers.ts'
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
} from './harness/structure-rules.ts'

const files = readFiles(repository, ['api', 'db', 'ui', 'tests', 'bin'])
const code = files.filter(isCode)
const read = (path: string) => ({ path, text: readFileSync(join(repository, path), 'utf8') })

describe('who uses whom', () => {
  test('no arrow goes up', () => expect(arrowsGoingUp(code)).toEqual([]))
  test('no files import each other in a ring', () => expect(cycles(code)).toEqual([]))
  test('the UI takes types from the API, through ui/api.ts, and no code', () => {
    expect(codeFromTheApiInTheUi(files)).toEqual([])
  })
  test('the UI’s kit knows no domain', () => expect(domainInTheKit(files)).toEqual([]))
  test('only db and rows files use drizzle', () => expect(drizzleOutsideOfRows(files)).toEqual([]))
  test('only api/ai uses the Anthropic SDK', () => expect(anthropicOutsideOfAi(files)).toEqual([]))
  test('only the task lane names its column', () => expect(laneColumnElsewhere(files)).toEqual([]))
  test('only api/config.ts reads the environment', () => expect(environmentElsewhere(files)).toEqual([]))
  test('the product needs no test', () => expect(testsInTheProduct(files)).toEqual([]))
})

describe('how files are', () => {
  test('no file is over 300 lines, no component over 150', () => expect(tooLong(files)).toEqual([]))
  test('nine files in ten have 180 lines at most', () => expect(tooManyLong(files)).toEqual([]))
  test('no file or folder is named by its kind', () => expect(namesByKind(files)).toEqual([]))
  test('nothing is exported from another place than its own', () => expect(reexports(files)).toEqual([]))
  test('no route holds an if', () => expect(decidingRoutes(files)).toEqual([]))
})

describe('what stands beside the code', () => {
  const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'].filter((path) =>
    existsSync(join(repository, path)),
  )

  test('the documents name only paths that exist', () => {
    const paths = files.map(({ path }) => path)
    expect(documents).toHaveLength(4)
    expect(pathsThatDoNotExist(documents.map(read), paths)).toEqual([])
  })

  test('bun.lockb is the one lock file, and names no registry', () => {
    expect(readFileSync(join(repository, 'bun.lockb')).includes('://')).toBe(false)
    const others = ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock']
    expect(others.filter((path) => existsSync(join(repository, path)))).toEqual([])
  })
})
