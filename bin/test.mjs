import { ensureInstalled } from './install.mjs'
import { Problem } from './run-step.mjs'
import { ensureSystemPackages } from './system-packages.mjs'
import { steps } from './test-steps.mjs'

// `npm test`: everything. `npm test -- vitest tests/db`: only that step; words that name no step choose test files.
const words = process.argv.slice(2)
const filters = words.filter((word) => !steps.some(({ name }) => name === word))
const named = steps.filter(({ name }) => words.includes(name))
const chosen = named.length > 0 ? named : filters.length > 0 ? steps.filter(({ name }) => name === 'vitest') : steps

const total = { passed: 0, failed: 0 }
const lines = []
await attempt('install', async () => {
  ensureInstalled('testing')
  ensureSystemPackages([...new Set(chosen.flatMap(({ needs }) => needs))])
})
let stopped = total.failed > 0
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopped = true
    total.failed += 1
  })
}
for (const step of chosen) if (!stopped) await attempt(step.name, () => step.run(filters))

console.log(`\n${lines.join('\n')}\n`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

/** Runs one step with its name and duration; a step that throws has failed once. */
async function attempt(name, run) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
  const started_at = Date.now()
  const counts = await run().catch((error) => {
    console.error(error instanceof Problem ? `flowpilot: ${error.message}` : error)
    return { passed: 0, failed: 1, skipped: 0 }
  })
  if (!counts) return
  total.passed += counts.passed
  total.failed += counts.failed
  const seconds = ((Date.now() - started_at) / 1000).toFixed(1)
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : ''
  lines.push(`${name.padEnd(12)}${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds} s)`)
}
