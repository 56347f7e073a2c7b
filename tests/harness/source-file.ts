import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync, Visitor } from 'vite'

/** A file of the repository, by its path from the root. */
export type SourceFile = { path: string; text: string }

/** One import of a file: `target` is a path of the repository, or a package's name with what is asked of it. */
export type Import = { target: string; is_type: boolean; is_reexport: boolean }

/** Every file under these folders, with its text. */
export function readFiles(root: string, folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .filter((path) => statSync(join(root, path)).isFile())
      .sort()
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  )
}

export const isCode = ({ path }: SourceFile) => /\.(ts|tsx|mjs)$/.test(path)

/** The imports of a file of TypeScript, type imports and `import()` included, in the order of the text. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const found: (Import & { at: number })[] = []
  const note = (source: { value?: unknown; start: number }, is_type: boolean, is_reexport = false) => {
    // A computed import() names no module.
    if (typeof source.value !== 'string') return
    found.push({ target: resolve(path, source.value), is_type, is_reexport, at: source.start })
  }
  new Visitor({
    ImportDeclaration: ({ source, importKind }) => note(source, importKind === 'type'),
    ExportNamedDeclaration: ({ source, exportKind }) => source && note(source, exportKind === 'type', true),
    ExportAllDeclaration: ({ source, exportKind }) => note(source, exportKind === 'type', true),
    ImportExpression: ({ source }) => note(source as { value?: unknown; start: number }, false),
    TSImportType: ({ source }) => note(source, true),
  }).visit(parseSync(path, text).program)
  return found.sort((one, other) => one.at - other.at).map(({ at: _, ...each }) => each)
}

/** Whether the text holds an `if` statement. */
export function branches({ path, text }: SourceFile): boolean {
  let found = false
  const visitor = new Visitor({
    IfStatement() {
      found = true
    },
  })
  visitor.visit(parseSync(path, text).program)
  return found
}

function resolve(from: string, specifier: string) {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier
}
