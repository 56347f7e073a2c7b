import { posix } from 'node:path'
import { branches, type Import, importsOf, isCode, type SourceFile } from './source-file.ts'

// Each rule takes files and answers the list of its breaches, empty when all is well.

/** The UI learns the API's types through ui/api.ts alone, and takes no code from it. */
export function codeFromTheApiInTheUi(files: SourceFile[]): string[] {
  const reaches = ({ target }: Import) => /^(api|db)\//.test(target)
  return breachingImports(files, 'ui/', (each, path) => reaches(each) && (path !== 'ui/api.ts' || !each.is_type))
}

/** ui/kit knows no domain. */
export function domainInTheKit(files: SourceFile[]): string[] {
  return breachingImports(
    files,
    'ui/kit/',
    ({ target }) => /^(api|db|ui)\//.test(target) && !target.startsWith('ui/kit/'),
  )
}

/** drizzle belongs to db/ and to a concept's rows files. */
export function drizzleOutsideOfRows(files: SourceFile[]): string[] {
  return breachingImports(
    files,
    'api/',
    ({ target }, path) => isOf('drizzle-orm', target) && !/[/-]rows\.ts$/.test(path),
  )
}

export function anthropicOutsideOfAi(files: SourceFile[]): string[] {
  return breachingImports(files, '', ({ target, is_type }, path) => {
    // The practice model speaks its wire protocol, and needs no more of it than the types.
    const may = /^(api\/ai|tests)\//.test(path) || (is_type && path.startsWith('api/practice-model/'))
    return isOf('@anthropic-ai/sdk', target) && !may
  })
}

export function testsInTheProduct(files: SourceFile[]): string[] {
  return breachingImports(files, '', ({ target }, path) => target.startsWith('tests/') && !path.startsWith('tests/'))
}

/** `export … from` hides where a thing lives. */
export function reexports(files: SourceFile[]): string[] {
  return breachingImports(files, '', ({ is_reexport }) => is_reexport)
}

function breachingImports(files: SourceFile[], folder: string, breaches: (each: Import, path: string) => boolean) {
  return files
    .filter((file) => isCode(file) && file.path.startsWith(folder))
    .flatMap((file) => {
      const found = importsOf(file).filter((each) => breaches(each, file.path))
      return found.map(({ target }) => `${file.path} → ${target}`)
    })
}

const isOf = (name: string, target: string) => target === name || target.startsWith(`${name}/`)

/** The lane's column is read and written in one place, and declared in another. */
export function laneColumnElsewhere(files: SourceFile[]): string[] {
  const its_own = ['api/task-lane/task-lane.ts', 'db/schema/ai-sessions.ts']
  return namedOutsideOf(files, /^(api|db|ui)\//, 'pending_task_lane', its_own)
}

/** The API reads its environment once; the entry hands it over. */
export function environmentElsewhere(files: SourceFile[]): string[] {
  return namedOutsideOf(files, /^(api|ui)\//, 'process.env', ['api/config.ts', 'api/server.ts'])
}

function namedOutsideOf(files: SourceFile[], folders: RegExp, word: string, allowed: string[]) {
  const suspects = files.filter((file) => isCode(file) && folders.test(file.path) && !allowed.includes(file.path))
  return suspects.filter(({ text }) => text.includes(word)).map(({ path }) => path)
}

/** A route validates, calls one named function and answers: it decides nothing. */
export function decidingRoutes(files: SourceFile[]): string[] {
  return files.filter((file) => posix.basename(file.path) === 'routes.ts' && branches(file)).map(({ path }) => path)
}

const file_kinds = /^(index|utils?|helpers?|common|misc)\.(ts|tsx|mjs)$/
const folder_kinds = [
  'services',
  'utils',
  'hooks',
  'types',
  'helpers',
  'lib',
  'common',
  'controllers',
  'models',
  'components',
]

/** Names that say of what kind a thing is, and not what it is about. */
export function namesByKind(files: SourceFile[]): string[] {
  return files
    .map(({ path }) => path)
    .filter((path) => {
      const folders = posix.dirname(path).split('/')
      return file_kinds.test(posix.basename(path)) || folders.some((folder) => folder_kinds.includes(folder))
    })
}

const linesOf = ({ text }: SourceFile) => text.replace(/\n$/, '').split('\n').length
const longerThan = (limit: number) => (file: SourceFile) => isCode(file) && linesOf(file) > limit
const withLines = (file: SourceFile) => `${file.path}: ${linesOf(file)} lines`

/** Files of more than 300 lines, and components of more than 150. */
export function tooLong(files: SourceFile[]): string[] {
  return files.filter((file) => longerThan(file.path.endsWith('.tsx') ? 150 : 300)(file)).map(withLines)
}

/** Files of more than 180 lines, when they are more than one in ten. */
export function tooManyLong(files: SourceFile[]): string[] {
  const long = files.filter(longerThan(180))
  return long.length * 10 > files.filter(isCode).length ? long.map(withLines) : []
}
