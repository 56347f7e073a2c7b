import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, readStamp } from './fingerprint.mjs'
import { bun } from './install.mjs'
import { Problem, repository, runStep } from './run-step.mjs'

const stamp = 'dist/.build-stamp'
const sources = ['ui', 'uno.config.ts', 'vite.config.ts', 'package.json', 'bun.lockb']

/** Builds the UI into dist/ unless dist/ was built from exactly these sources. Throws a Problem. */
export function ensureUiBuilt() {
  const wanted = fingerprint(sources)
  if (existsSync(join(repository, 'dist', 'index.html')) && readStamp(stamp) === wanted) return
  console.log('flowpilot: building the UI …')
  if (runStep(bun, ['--bun', 'node_modules/.bin/vite', 'build']) !== 0) {
    throw new Problem(
      'The UI could not be built. The messages above name the file; correct it and run the command again.',
    )
  }
  writeFileSync(join(repository, stamp), `${wanted}\n`)
}
