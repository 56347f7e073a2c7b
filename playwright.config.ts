import { defineConfig } from '@playwright/test'

// One journey, two worlds: tests/harness/browser-setup.ts starts both, and leaves their addresses here.
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/harness/browser-setup.ts',
  outputDir: 'test-results/playwright',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // Each worker has servers of its own where a test wants one; what waits for a ticket system leaves a core to the other.
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    // A trace of every test costs a third of the run; ask for one with --trace on.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'bun-pglite', testIgnore: 'cron.spec.ts', use: { baseURL: process.env.FLOWPILOT_E2E_BUN } },
    // The main job in both worlds; the surface is the same built files in either.
    {
      name: 'workerd-postgres',
      testMatch: ['main-job.spec.ts', 'cron.spec.ts'],
      use: { baseURL: process.env.FLOWPILOT_E2E_WORKERD },
    },
  ],
})
