import { type BrowserContext, expect, type Page, type Request, test } from '@playwright/test'
import { vpn_problem } from '../harness/world.ts'
import { enter, say } from './browser.ts'

const TABS = 10

/** The requests of this kind that are on their way, in all tabs. */
function underWay(context: BrowserContext, path: RegExp): Set<Request> {
  const requests = new Set<Request>()
  context.on('request', (request) => path.test(request.url()) && requests.add(request))
  context.on('requestfinished', (request) => requests.delete(request))
  context.on('requestfailed', (request) => requests.delete(request))
  return requests
}

async function openTabs(context: BrowserContext, page: Page): Promise<{ id: string; tab: Page }[]> {
  const tabs = []
  for (let at = 0; at < TABS; at++) {
    const answer = await page.request.post('/api/v1/ai-sessions', { data: { title: `Session ${at}` } })
    const { id } = await answer.json()
    const tab = at === 0 ? page : await context.newPage()
    await tab.goto(`/pilot/${id}`)
    await expect(tab.getByRole('textbox', { name: 'Message' })).toBeVisible()
    tabs.push({ id, tab })
  }
  return tabs
}

const rename = async (page: Page, id: string, title: string) =>
  expect((await page.request.patch(`/api/v1/ai-sessions/${id}`, { data: { title } })).status()).toBe(200)

test('ten tabs with a session each work side by side: one line tells them all of changes, and replies leave room', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000)
  await enter(page)
  const changes = underWay(context, /\/api\/v1\/changes\?/)
  const replies = underWay(context, /\/(messages|turns\/[^/]+\/events)(\?|$)/)
  const tabs = await openTabs(context, page)
  await expect.poll(() => changes.size).toBe(1)

  for (const { id, tab } of tabs) {
    await rename(page, id, `Renamed ${id}`)
    await expect(tab).toHaveTitle(new RegExp(`Renamed ${id}`))
  }
  expect(changes.size).toBe(1)

  await Promise.all(tabs.map(({ tab }) => say(tab, vpn_problem)))
  // Nobody's call waits for the replies of the others.
  for (const { tab } of tabs) {
    expect(await tab.evaluate(async () => (await fetch('/api/v1/me')).status)).toBe(200)
  }
  for (const { tab } of tabs) await expect(tab.getByText('Proposed 2 checks')).toBeVisible({ timeout: 60_000 })
  await expect.poll(() => replies.size).toBe(0)
  expect(changes.size).toBe(1)

  // Whichever tab holds the line: when it is closed another one does.
  const holder = [...changes][0]?.frame().page()
  await holder?.close()
  const left = tabs.filter(({ tab }) => tab !== holder)
  await expect.poll(() => changes.size).toBe(1)
  for (const { id, tab } of left.slice(-2)) {
    await rename(left[0]?.tab ?? page, id, `Again ${id}`)
    await expect(tab).toHaveTitle(new RegExp(`Again ${id}`))
  }
})

async function show(page: Page, state: 'visible' | 'hidden') {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}

test('a tab that nobody sees holds no line, and goes on with its reply where it was when it is seen again', async ({
  page,
  context,
}) => {
  const lines = underWay(context, /\/(changes\?|messages$|turns\/[^/]+\/events)/)
  const followed: string[] = []
  page.on('request', (request) => /\/events\?/.test(request.url()) && followed.push(request.url()))
  await enter(page, '/pilot')
  await say(page, vpn_problem)
  await expect(page.getByText('If the tunnel comes up')).toBeVisible()
  await show(page, 'hidden')
  await expect.poll(() => lines.size).toBe(0)
  expect(followed).toEqual([])
  await show(page, 'visible')
  await expect(page.getByText('Proposed 2 checks')).toBeVisible()
  expect(followed).toEqual([expect.stringMatching(/last_event_id=[1-9]/)])
  await expect.poll(() => lines.size).toBe(1)
})

test('a browser without locks, as over plain http, is told of changes all the same', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }))
  await enter(page, '/pilot')
  await say(page, vpn_problem)
  await expect(page.getByText('Proposed 2 checks')).toBeVisible()
  await rename(page, page.url().split('/').at(-1) ?? '', 'Told all the same')
  await expect(page).toHaveTitle(/Told all the same/)
})
