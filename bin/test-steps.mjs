import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureUiBuilt } from './build-ui.mjs'
import { bun } from './install.mjs'
import { recentNode } from './node24.mjs'
import { Problem, repository, runWatched } from './run-step.mjs'
import { honest, playwrightCounts, vitestCounts } from './test-counts.mjs'

// Biome colours its output for files and pipes too.
const plain = process.stdout.isTTY ? [] : ['--colors=off']

/** The steps of `npm test`, in order. Each answers `{passed, failed, skipped}`; `needs` are Debian packages. */
export const steps = [
  { name: 'types', needs: [], run: () => check('node_modules/.bin/tsc', ['--noEmit', '-p', '.']) },
  { name: 'lint', needs: [], run: () => check('node_modules/.bin/biome', ['ci', ...plain, '.']) },
  { name: 'knip', needs: [], run: () => check(bun, ['--bun', 'node_modules/.bin/knip']) },
  { name: 'ui', needs: [], run: buildUi },
  { name: 'vitest', needs: ['pgbouncer'], run: (filters) => vitest(filters) },
  { name: 'playwright', needs: ['chromium'], run: (filters) => playwright(filters) },
]

async function check(command, args) {
  const { code } = await runWatched(command, args)
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

async function buildUi() {
  ensureUiBuilt()
  return { passed: 1, failed: 0, skipped: 0 }
}

function vitest(filters) {
  const reporters = ['--reporter=default', '--reporter=json', '--outputFile.json=test-results/vitest.json']
  return counted('test-results/vitest.json', vitestCounts, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...reporters,
    ...filters,
  ])
}

function playwright(filters) {
  return counted('test-results/playwright.json', playwrightCounts, [
    'node_modules/@playwright/test/cli.js',
    'test',
    ...filters,
  ])
}

/** A runner that crashed leaves no report, or an old one: the old one goes first, and without one the step has failed. */
async function counted(report, readCounts, args) {
  const file = join(repository, report)
  mkdirSync(join(repository, 'test-results'), { recursive: true })
  rmSync(file, { force: true })
  const { code } = await runWatched(recentNode(), args)
  if (!existsSync(file)) throw new Problem(`${report} was not written: the runner ended early, see above.`)
  return honest(readCounts(JSON.parse(readFileSync(file, 'utf8'))), code)
}
