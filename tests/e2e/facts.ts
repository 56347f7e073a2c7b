import { expect, type Page } from '@playwright/test'
import { vpn_problem } from '../harness/world.ts'
import { enter, lane, say, section } from './browser.ts'

export const known = (page: Page) => section(page, 'What we know')
export const rows = (page: Page) => known(page).getByRole('listitem')
export const row = (page: Page, words: string) => rows(page).filter({ hasText: words })
export const asked = (page: Page) => lane(page).getByRole('region', { name: 'Keep as a fact?' })
export const press = (page: Page, name: string) => known(page).getByRole('button', { name, exact: true }).click()
export const answer = (page: Page, words: string) =>
  section(page, 'Questions').getByRole('button', { name: words, exact: true }).click()

export async function openSession(page: Page) {
  await enter(page, '/pilot')
  await say(page, vpn_problem)
  await expect(page.getByText('Proposed 2 checks')).toBeVisible()
}

export async function keepWithoutAsking(page: Page) {
  const session = page.url()
  await page.goto('/settings')
  await page.getByRole('checkbox', { name: 'Keep without asking' }).check()
  await page.goto(session)
}

export async function addNote(page: Page, words: string) {
  await press(page, 'Add note')
  await known(page).getByRole('textbox', { name: 'Note' }).fill(words)
  await page.keyboard.press('Enter')
  await expect(row(page, words)).toContainText(/F\d+/)
}

/** Does to a fact of the open session what a colleague would do from elsewhere. */
export async function asColleague(page: Page, method: 'POST' | 'PATCH' | 'DELETE', path: string, text?: string) {
  const { origin, pathname } = new URL(page.url())
  const url = `${origin}/api/v1/ai-sessions/${pathname.split('/').at(-1)}/facts${path}`
  const response = await page.request.fetch(url, { method, headers: { origin }, data: text ? { text } : undefined })
  expect(response.ok(), await response.text()).toBe(true)
  return method === 'DELETE' ? undefined : await response.json()
}

export const addSilently = async (page: Page, words: string): Promise<string> =>
  (await asColleague(page, 'POST', '', words)).id
