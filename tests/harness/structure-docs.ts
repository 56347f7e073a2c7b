import type { SourceFile } from './source-file.ts'

/** Paths that a document names in code, inline or in a block, and that do not exist among these paths. */
export function pathsThatDoNotExist(documents: SourceFile[], paths: string[]): string[] {
  const existing = new Set(paths.flatMap((path) => [path, ...foldersOf(path)]))
  return documents.flatMap(({ path: document, text }) =>
    pathsNamedIn(text)
      .filter((path) => !existing.has(path))
      .map((path) => `${document}: ${path}`),
  )
}

/** `api/<concept>/routes.ts` and `db/schema/*.ts` stand for many: of such, the folder before the gap has to exist. */
function pathsNamedIn(markdown: string): string[] {
  const code = [...markdown.matchAll(/```[\s\S]*?```|`[^`\n]+`|^ {4}.*$/gm)].map(([text]) => text)
  const named = code.flatMap((text) => [...text.matchAll(/(?<![\w./-])(?:api|ui|db|tests|bin)\/[\w./<>*{},-]*/g)])
  const whole = named.map(([path]) => path.replace(/[<*{].*$/, '').replace(/[.,/]+$/, ''))
  return [...new Set(whole)]
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}
