import { expect, test } from '@playwright/test'
import { vpn_problem } from '../harness/world.ts'
import { enter, say } from './browser.ts'

test('the scripts and styles of a page come compressed, at a third of their size', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const files = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => entry as PerformanceResourceTiming)
      .filter(({ name }) => /\/assets\/.*\.(js|css)$/.test(name))
      .map(({ name, encodedBodySize, decodedBodySize }) => ({ name, sent: encodedBodySize, whole: decodedBodySize })),
  )
  const large = files.filter(({ whole }) => whole > 1000)
  expect(large.filter(({ sent, whole }) => sent >= whole)).toEqual([])
  const total = (of: 'sent' | 'whole') => large.reduce((sum, size) => sum + size[of], 0)
  expect(total('whole') / total('sent')).toBeGreaterThan(3)
})

test('a tab that is older than the server’s files loads itself anew, once, and keeps what was typed', async ({
  page,
}) => {
  await enter(page, '/pilot')
  await say(page, vpn_problem)
  await expect(page.getByText('Proposed 2 checks')).toBeVisible()
  const session = page.url()
  await page.getByRole('textbox', { name: 'Message' }).fill('half a thought')
  let asked = 0
  let loads = 0
  page.on('load', () => loads++)
  await page.route('**/assets/SessionsPage-*.js', async (route) => {
    asked++
    // Gone for the old page; the new one names its parts anew.
    await (asked === 1 ? route.fulfill({ status: 404 }) : route.continue())
  })
  await page.getByRole('link', { name: 'Sessions' }).first().click()
  await expect(page.getByRole('heading', { name: 'Sessions', level: 1 })).toBeVisible()
  expect([asked, loads]).toEqual([2, 1])
  await page.goto(session)
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('half a thought')
})

test('a part that stays missing is told of, and the page does not load itself for ever', async ({ page }) => {
  await enter(page)
  let loads = 0
  page.on('load', () => loads++)
  await page.route('**/assets/SettingsPage-*.js', (route) => route.fulfill({ status: 404 }))
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await expect.poll(() => loads).toBe(1)
  await expect(page.getByText('This page did not open')).toBeVisible()
  expect(loads).toBe(1)
})
