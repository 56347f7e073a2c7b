import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { northbeam } from '../harness/world.ts'
import { keepPicture } from './browser.ts'
import { faultsOf, overflowOf, setTheme } from './fixes.ts'

type Login = { email: string; password: string }

const newcomer = () => ({ email: `${randomUUID()}@northbeam.test`, password: randomUUID() })

async function post(page: Page, base_url: string | undefined, path: string, data: object) {
  const answer = await page.request.post(`/api/v1/auth/${path}`, { headers: { origin: `${base_url}` }, data })
  expect(answer.ok(), await answer.text()).toBe(true)
}
const signUp = (page: Page, base_url: string | undefined, login: Login, name = northbeam.engineer) =>
  post(page, base_url, 'sign-up/email', { ...login, name, account_name: northbeam.account_name })

/** Another browser: a page that shares no cookies. */
const openOther = (browser: Browser, base_url: string | undefined) =>
  browser.newPage(base_url ? { baseURL: base_url } : {})

const block = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function expectSound(page: Page, name: string) {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme)
    expect(await faultsOf(page), theme).toEqual([])
    await block(page, name).scrollIntoViewIfNeeded()
    await keepPicture(page, `settings-${name.toLowerCase().replaceAll(' ', '-')}-${theme}`)
  }
  await page.setViewportSize({ width: 320, height: 900 })
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('a password is changed and signs other browsers out, and then every browser is signed out', async ({
  page,
  browser,
  baseURL,
}) => {
  const login = newcomer()
  await signUp(page, baseURL, login)
  const phone = await openOther(browser, baseURL)
  await post(phone, baseURL, 'sign-in/email', login)
  await phone.goto('/settings')
  await page.goto('/settings')
  const sign_in = block(page, 'Sign-in')
  await sign_in.getByLabel(/^Current password/).fill('a wrong password')
  await sign_in.getByLabel(/^New password/).fill('another password of hers')
  await sign_in.getByRole('button', { name: 'Change password' }).click()
  await expect(sign_in.getByLabel(/^Current password/)).toHaveAccessibleDescription('is not your password')
  await expectSound(page, 'Sign-in')

  await sign_in.getByLabel(/^Current password/).fill(login.password)
  await expect(sign_in.getByRole('checkbox', { name: 'Sign out my other browsers' })).toBeChecked()
  await sign_in.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Password changed. Your other browsers are signed out.')).toBeVisible()
  await expect(sign_in.getByLabel(/^Current password/)).toHaveValue('')
  await phone.reload()
  await expect(phone.getByRole('heading', { name: 'Sign in' })).toBeVisible()

  await sign_in.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.goto('/settings')
  await page.getByLabel(/^E-mail/).fill(login.email)
  await page.getByLabel(/^Password/).fill('another password of hers')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(block(page, 'Sign-in')).toBeVisible()
  await phone.close()
})

test('somebody is invited, joins, is given another role and removed, and an invitation is revoked', async ({
  page,
  browser,
  baseURL,
}) => {
  await signUp(page, baseURL, newcomer())
  const login = newcomer()
  const lee = await openOther(browser, baseURL)
  await signUp(lee, baseURL, login, 'Lee Park')
  await page.goto('/settings')
  const members = block(page, 'Members and invitations')
  const open = members.getByRole('list', { name: 'Open invitations' })
  for (const email of [login.email, 'somebody.else@northbeam.test']) {
    await members.getByLabel(/^E-mail/).fill(email)
    await members.getByRole('button', { name: 'Invite' }).click()
    await expect(open.getByText(email)).toBeVisible()
  }
  await expectSound(page, 'Members and invitations')
  await members.getByRole('button', { name: 'Revoke the invitation of somebody.else@northbeam.test' }).click()
  await expect(open.getByRole('listitem')).toHaveCount(1)

  await members.getByLabel(/^E-mail/).fill(login.email)
  await members.getByRole('button', { name: 'Invite' }).click()
  const link = await members.getByRole('status').locator('code').textContent()
  await lee.goto(`${link}`)
  await lee.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(lee.getByText(northbeam.account_name).first()).toBeVisible()

  await page.reload()
  const row = members.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: 'Lee Park' })
  await row.getByRole('combobox', { name: 'Role of Lee Park' }).selectOption('Viewer')
  await expect(page.getByText('Lee Park is a viewer now.')).toBeVisible()
  await expect(row.getByRole('combobox')).toHaveValue('viewer')
  await lee.goto('/settings')
  await expect(block(lee, 'Sign-in')).toBeVisible()
  await expect(block(lee, 'Members and invitations')).toHaveCount(0)

  await row.getByRole('button', { name: 'Remove Lee Park' }).click()
  await page.getByRole('dialog', { name: 'Remove Lee Park?' }).getByRole('button', { name: 'Remove' }).click()
  await expect(row).toHaveCount(0)
  await lee.reload()
  await expect(lee.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await lee.close()
})
