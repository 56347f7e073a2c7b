import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { northbeam } from '../harness/world.ts'

/** The demo account where there is one, else a new engineer with an account of his own. */
export async function enter(page: Page, path = '/') {
  await page.goto(path)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const demo = page.getByRole('button', { name: 'Try the demo account' })
  if (test.info().project.name === 'bun-pglite') await demo.click()
  else await signUpIn(page, path)
  await expect(page.getByText(northbeam.engineer).first()).toBeVisible()
}

async function signUpIn(page: Page, path: string) {
  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.getByLabel(/^Your name/).fill(northbeam.engineer)
  await page.getByLabel(/^E-mail/).fill(`${randomUUID()}@northbeam.test`)
  await page.getByLabel(/^Password/).fill(randomUUID())
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByText(northbeam.engineer).first()).toBeVisible()
  await page.goto(path)
}

/** Sends a message from the conversation's composer. */
export async function say(page: Page, words: string) {
  await page.getByRole('textbox', { name: 'Message' }).fill(words)
  await page.getByRole('textbox', { name: 'Message' }).press('ControlOrMeta+Enter')
}

export const lane = (page: Page) => page.getByRole('complementary', { name: 'Task lane' })
export const section = (page: Page, title: string) => lane(page).getByRole('region', { name: title, exact: true })

/** Keeps a picture of the page beside the other results. */
export async function keepPicture(page: Page, name: string) {
  await page.screenshot({ path: `test-results/screenshots/${test.info().project.name}/${name}.png` })
}
