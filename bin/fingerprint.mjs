import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './run-step.mjs'

/** One hash over the names and contents of these files and folders; what does not exist counts as empty. */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(repository, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** The stamp in this file, or an empty string when there is none. */
export function readStamp(path) {
  const file = join(repository, path)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}

function filesUnder(path) {
  const file = join(repository, path)
  if (!existsSync(file)) return []
  if (!statSync(file).isDirectory()) return [path]
  return readdirSync(file)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`))
}
