import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fingerprint, readStamp } from './fingerprint.mjs'
import { bun } from './install.mjs'
import { Problem, repository, runStep } from './run-step.mjs'

const dist = join(repository, 'dist')
const stamp = 'dist/.build-stamp'
const sources = ['ui', 'uno.config.ts', 'vite.config.ts', 'package.json', 'bun.lockb']

/** Builds the UI into dist/ unless dist/ was built from exactly these sources. Throws a Problem. */
export function ensureUiBuilt() {
  const wanted = fingerprint(sources)
  if (existsSync(join(dist, 'index.html')) && readStamp(stamp) === wanted) return
  console.log('flowpilot: building the UI …')
  if (!(repository.includes('#') ? buildElsewhere() : build(repository))) {
    throw new Problem(
      'The UI could not be built. The messages above name the file; correct it and run the command again.',
    )
  }
  writeFileSync(join(repository, stamp), `${wanted}\n`)
}

const build = (folder) => runStep(bun, ['--bun', 'node_modules/.bin/vite', 'build'], {}, folder) === 0

/** Vite takes what follows a # in a file's path for the fragment of an address: it is given a copy at another path. */
function buildElsewhere() {
  const folder = mkdtempSync(join(tmpdir(), 'flowpilot-ui-'))
  try {
    for (const name of [...sources, 'tsconfig.json'])
      cpSync(join(repository, name), join(folder, name), { recursive: true })
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
    if (!build(folder)) return false
    rmSync(dist, { recursive: true, force: true })
    cpSync(join(folder, 'dist'), dist, { recursive: true })
    return true
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
