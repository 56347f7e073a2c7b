import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { vpn_problem } from '../harness/world.ts'
import { enter, keepPicture, say, section } from './browser.ts'

async function faultsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function openSession(page: Page) {
  await enter(page, '/pilot')
  await say(page, vpn_problem)
  await expect(page.getByText('Proposed 2 checks')).toBeVisible()
}

test('sign-in, dashboard, sessions, settings and a session hold nothing that axe faults, light and dark', async ({
  page,
}) => {
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await openSession(page)
  const session = page.url()
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((choice) => localStorage.setItem('flowpilot:theme', choice), theme)
    for (const path of ['/', '/sessions', '/settings', session]) {
      await page.goto(path)
      await expect(page.locator('h1').first()).toBeVisible()
      await expect(page.getByText(/^Loading/)).toHaveCount(0)
      expect(await faultsOf(page), `${theme} ${path}`).toEqual([])
    }
    await keepPicture(page, `session-${theme}`)
  }
})

test('no page scrolls sideways at 1280 or at 320 pixels', async ({ page }) => {
  await openSession(page)
  const session = page.url()
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 })
    for (const path of ['/', '/sessions', '/settings', '/pilot', session]) {
      await page.goto(path)
      await expect(page.getByText(/^Loading/)).toHaveCount(0)
      expect(await overflow(page), `${path} at ${width}`).toBeLessThanOrEqual(0)
    }
    await keepPicture(page, `session-${width}`)
  }
})

test('below 1200 pixels the lane is a drawer that opens, closes with Escape and gives the focus back', async ({
  page,
}) => {
  await openSession(page)
  await page.setViewportSize({ width: 768, height: 900 })
  const handle = page.getByRole('button', { name: /Task lane/ })
  await expect(section(page, 'Questions')).toBeHidden()
  await keepPicture(page, 'drawer-closed')
  await handle.click()
  await expect(page.getByRole('region', { name: 'Questions', exact: true })).toBeVisible()
  await keepPicture(page, 'drawer-open')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Questions', exact: true })).toBeHidden()
  await expect(handle).toBeFocused()
})

test('an address under the former name leads to the same session, with its query', async ({ page, request }) => {
  await openSession(page)
  const id = page.url().split('/').at(-1)
  const answer = await request.get(`/assistant/${id}?from=ticket`, { maxRedirects: 0 })
  expect(answer.status()).toBe(308)
  expect(answer.headers().location).toBe(`/pilot/${id}?from=ticket`)
  await page.goto(`/assistant/${id}?from=ticket`)
  await expect(page).toHaveURL(new RegExp(`/pilot/${id}\\?from=ticket$`))
  await page.evaluate((path) => history.pushState({}, '', path), `/assistant/${id}?from=mail`)
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')))
  await expect(page).toHaveURL(new RegExp(`/pilot/${id}\\?from=mail$`))
})

test('what was typed and not sent is there again after a reload, for its own session only', async ({ page }) => {
  await openSession(page)
  await page.getByRole('textbox', { name: 'Message' }).fill('half a thought')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('half a thought')
  await page.goto('/pilot')
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('')
})

test('a reply can be stopped, and what it said stays', async ({ page }) => {
  await enter(page, '/pilot')
  await say(page, vpn_problem)
  await expect(page.getByText('If the tunnel comes up')).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText(/stopped/i).first()).toBeVisible()
  await page.reload()
  await expect(page.getByText('If the tunnel comes up')).toBeVisible()
})

test('a message is shown as words, whatever markup it holds', async ({ page }) => {
  await enter(page, '/pilot')
  await say(page, '<img src=x onerror="document.title = 1"> **not bold**')
  const conversation = page.getByRole('log', { name: 'Conversation' })
  await expect(conversation.getByText('<img src=x onerror="document.title = 1"> **not bold**')).toBeVisible()
  await expect(page).not.toHaveTitle('1')
})

test('the API describes itself on a page of its own', async ({ page }) => {
  await page.goto('/api/v1/docs')
  await expect(page.getByText('Send a message, and follow the turn that answers it')).toBeVisible()
})
