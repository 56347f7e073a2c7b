import { importsOf, type SourceFile } from './source-file.ts'

/**
 * Who may use whom: each line may use the lines above it. `http` and `auth` stand beside the concepts, and may use each
 * other; `deps` and `config` are what every function may be handed, so everyone may name their types.
 */
const layers = [
  ['db', 'errors', 'text'],
  ['redaction', 'secret-box'],
  ['log'],
  ['http', 'auth'],
  ['audit', 'practice-model'],
  ['ai', 'psa', 'account-settings', 'members', 'me'],
  ['ai-sessions'],
  ['task-lane', 'tickets'],
  ['grounding'],
  ['facts'],
  ['scripts'],
  ['draft-templates'],
  ['suggested-fixes'],
  ['evidence'],
  ['artifacts'],
  ['markers', 'resolution-notes', 'escalation-packages'],
  ['chat'],
  ['changes', 'maintenance'],
  ['app', 'config', 'deps', 'server', 'worker'],
]
const beside = ['http', 'auth']
const handed_to_all = ['deps', 'config']
const top = ['app', 'config', 'deps', 'server', 'worker']

/** Imports that go up or sideways, and folders that have no layer yet. */
export function arrowsGoingUp(files: SourceFile[]): string[] {
  return files.flatMap((file) => {
    const from = conceptOf(file.path)
    if (from === undefined) return []
    if (layerOf(from) === -1) return [`${file.path}: ${from} has no layer: give it one in structure-layers.ts`]
    return importsOf(file).flatMap(({ target, is_type }) => {
      const to = conceptOf(target)
      if (to === undefined) return leavesTheApi(target) ? [`${file.path} → ${target}`] : []
      return mayUse(from, to, is_type) ? [] : [`${file.path} → ${target}`]
    })
  })
}

function mayUse(from: string, to: string, is_type: boolean) {
  if (from === to) return true
  if (handed_to_all.includes(to) && is_type) return true
  if (beside.includes(from) && beside.includes(to)) return true
  if (top.includes(from) && top.includes(to)) return true
  return layerOf(to) !== -1 && layerOf(to) < layerOf(from)
}

const layerOf = (concept: string) => layers.findIndex((layer) => layer.includes(concept))
const leavesTheApi = (target: string) => /^(ui|tests|bin)\//.test(target)

/** `api/facts/facts.ts` is of the concept facts, `api/errors.ts` of errors, everything in db/ of db. */
function conceptOf(path: string): string | undefined {
  if (path.startsWith('db/')) return 'db'
  if (path.endsWith('.d.ts')) return undefined
  return path.match(/^api\/([^/]+?)(\.ts)?(\/|$)/)?.[1]
}

/** Rings of files that import each other, type imports included, each as its path around. */
export function cycles(files: SourceFile[]): string[] {
  const imports = new Map(files.map((file) => [file.path, importsOf(file).map(({ target }) => target)]))
  const finished = new Set<string>()
  const found: string[] = []
  const visit = (path: string, way: string[]) => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (finished.has(path) || way.includes(path)) return
    for (const target of imports.get(path) ?? []) visit(target, [...way, path])
    finished.add(path)
  }
  for (const path of imports.keys()) visit(path, [])
  return found
}
