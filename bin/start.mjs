import { ensureUiBuilt } from './build-ui.mjs'
import { bun, ensureInstalled } from './install.mjs'
import { Problem, runWatched } from './run-step.mjs'

// `npm start`: from a bare machine with Node and npm to a running FlowPilot. Plain Node, as nothing is installed yet.
try {
  ensureInstalled('running')
  ensureUiBuilt()
  console.log('flowpilot: starting …')
  const { code, signal } = await runWatched(bun, ['api/server.ts'])
  if (signal) process.kill(process.pid, signal)
  else process.exitCode = code
} catch (error) {
  if (!(error instanceof Problem)) throw error
  console.error(`flowpilot: ${error.message}`)
  process.exitCode = 1
}
