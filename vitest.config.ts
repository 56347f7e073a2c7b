import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/bench/**'],
    globalSetup: 'tests/harness/global-setup.ts',
    // Suites share nothing but the database server, where each has a database of its own.
    // Files share a worker's modules: importing the product anew for each took half of the run.
    isolate: false,
    // One more than the cores of a small machine: what waits for a ticket system to keep a status waits for nothing else.
    maxWorkers: 3,
    // An embedded database that starts beside three other suites takes its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
