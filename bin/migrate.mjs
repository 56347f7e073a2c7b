import { bun, ensureInstalled } from './install.mjs'
import { Problem, runWatched } from './run-step.mjs'

// `npm run migrate up|down`, also in a fresh clone.
try {
  ensureInstalled('running')
  const { code } = await runWatched(bun, ['db/migrate.ts', ...process.argv.slice(2)])
  process.exitCode = code
} catch (error) {
  if (!(error instanceof Problem)) throw error
  console.error(`flowpilot: ${error.message}`)
  process.exitCode = 1
}
