import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { enter, keepPicture, say } from './browser.ts'

const picker = (page: Page) => page.getByRole('dialog', { name: 'Link a ticket' })
const search = (page: Page) => picker(page).getByRole('combobox', { name: 'Search tickets' })
const found = (page: Page) => picker(page).getByRole('option')
const header = (page: Page) => page.locator('main > header')
const chip = (page: Page, ref: string) => header(page).getByRole('button', { name: `Ticket #${ref}`, exact: true })
const panel = (page: Page, ref: string) => page.getByRole('dialog', { name: `Ticket #${ref}`, exact: true })
const startBox = (page: Page) => page.getByRole('textbox', { name: 'Describe an issue, or paste a ticket' })

/** A session of its own that is linked to nothing. */
async function openSession(page: Page) {
  await enter(page, '/pilot')
  await say(page, 'The scanner in the front office is slow')
  await expect(page).toHaveURL(/\/pilot\/[0-9a-f-]{36}$/)
}

async function linkByKeys(page: Page, words: string) {
  await page.getByRole('button', { name: 'Link a ticket' }).click()
  await search(page).fill(words)
  await expect(found(page)).toHaveCount(1)
  await expect(found(page).first()).toContainText(words)
  await page.keyboard.press('Enter')
}

async function faultsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Answers the search for tickets with what a ticket system that is away leads to. */
const ticketSystemAway = (page: Page) =>
  page.route('**/api/v1/tickets?*', (route) =>
    route.fulfill({
      status: 502,
      contentType: 'application/problem+json',
      json: {
        status: 502,
        code: 'psa_failed',
        title: 'Failed',
        detail: 'ConnectWise did not answer. Try again in a moment.',
      },
    }),
  )

test('a ticket is found, linked, read beside the conversation, changed and unlinked', async ({ page }) => {
  await openSession(page)
  await linkByKeys(page, '48213')
  await expect(chip(page, '48213')).toBeVisible()
  await expect(header(page).getByText('Acme Dental')).toBeVisible()
  await page.reload()
  await chip(page, '48213').click()
  const ticket = panel(page, '48213')
  await expect(ticket.getByRole('heading', { name: 'VPN drops after MFA prompt' })).toBeVisible()
  await expect(ticket.getByText('Dana Whitfield')).toBeVisible()
  await expect(ticket.getByText('In progress')).toBeVisible()
  await expect(ticket.getByRole('region', { name: 'Description' })).toContainText('Home users are fine.')
  const note = ticket.getByRole('region', { name: 'Notes' }).getByRole('listitem')
  await expect(note).toContainText('Internal')
  await expect(note).toContainText('Mara Reyes')
  await expect(note).toContainText('Called Dana: only in the office.')
  await keepPicture(page, 'ticket-panel')
  await ticket.getByRole('button', { name: 'Change' }).click()
  await search(page).fill('outlook')
  await found(page).filter({ hasText: 'Outlook asks for password again' }).click()
  await expect(chip(page, '48197')).toBeVisible()
  await chip(page, '48197').click()
  await panel(page, '48197').getByRole('button', { name: 'Unlink' }).click()
  await expect(page.getByRole('button', { name: 'Link a ticket' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(chip(page, '48197')).toBeVisible()
})

test('the picker is worked by keys alone, and gives the focus back', async ({ page }) => {
  await openSession(page)
  const opener = page.getByRole('button', { name: 'Link a ticket' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(search(page)).toBeFocused()
  await expect(found(page).first()).toBeVisible()
  await expect(found(page).filter({ hasText: '(closed)' })).toHaveCount(0)
  await keepPicture(page, 'ticket-picker')
  await page.keyboard.press('Escape')
  await expect(picker(page)).toBeHidden()
  await expect(opener).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(found(page).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const second = found(page).nth(1)
  await expect(second).toHaveAttribute('aria-selected', 'true')
  await expect(search(page)).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? '')
  const ref = (await second.textContent())?.match(/#(\d+)/)?.[1] ?? ''
  await page.keyboard.press('Enter')
  await expect(chip(page, ref)).toBeVisible()
  await expect(chip(page, ref)).toBeFocused()
})

test('a search without a match says so, and the ticket can be added to the board and linked', async ({ page }) => {
  await openSession(page)
  await page.getByRole('button', { name: 'Link a ticket' }).click()
  await search(page).fill('Label printer of the pharmacy')
  await expect(picker(page).getByText('No ticket matches')).toBeVisible()
  await picker(page).getByRole('button', { name: 'New ticket' }).click()
  const form = page.getByRole('dialog', { name: 'New ticket' })
  await expect(form.getByLabel(/^Summary/)).toHaveValue('Label printer of the pharmacy')
  await form.getByLabel('Company').fill('Harbor Legal')
  await page.route('**/api/v1/tickets', (route) => route.abort(), { times: 1 })
  await form.getByRole('button', { name: 'Add and link' }).click()
  await expect(form.getByRole('alert')).toContainText('No ticket was added')
  await expect(form.getByLabel('Company')).toHaveValue('Harbor Legal')
  await form.getByRole('button', { name: 'Add and link' }).click()
  await expect(header(page).getByText('Harbor Legal')).toBeVisible()
  const answer = await page.request.get('/api/v1/tickets?q=pharmacy')
  expect((await answer.json()).items).toHaveLength(1)
})

test('where the ticket system does not answer, its words are shown and a number can be linked all the same', async ({
  page,
}) => {
  await openSession(page)
  await ticketSystemAway(page)
  await page.getByRole('button', { name: 'Link a ticket' }).click()
  await expect(picker(page).getByRole('alert')).toContainText('ConnectWise did not answer. Try again in a moment.')
  await expect(picker(page).getByRole('button', { name: /anyway/ })).toBeHidden()
  await search(page).fill('CW #48120')
  await picker(page).getByRole('button', { name: 'Link #48120 anyway' }).click()
  await expect(chip(page, '48120')).toBeVisible()
})

test('a failed search is tried again, and shows what is found', async ({ page }) => {
  await openSession(page)
  await ticketSystemAway(page)
  await page.getByRole('button', { name: 'Link a ticket' }).click()
  await expect(picker(page).getByRole('alert')).toBeVisible()
  await page.unroute('**/api/v1/tickets?*')
  await picker(page).getByRole('button', { name: 'Try again' }).click()
  await expect(found(page).first()).toBeVisible()
  await expect(picker(page).getByRole('alert')).toBeHidden()
})

test('a ticket that can’t be read says why, stays linked, and is read when asked again', async ({ page }) => {
  await openSession(page)
  await linkByKeys(page, '48204')
  await expect(chip(page, '48204')).toBeVisible()
  await page.route('**/api/v1/tickets/48204', (route) => route.abort(), { times: 1 })
  await chip(page, '48204').click()
  const ticket = panel(page, '48204')
  await expect(ticket.getByRole('alert')).toContainText('The ticket did not load')
  await expect(ticket.getByRole('alert')).toContainText('The session is still linked to it.')
  await ticket.getByRole('button', { name: 'Try again' }).click()
  await expect(ticket.getByText('Internal names resolve only sometimes')).toBeVisible()
})

test('a ticket chosen on the dashboard gives the session its words, its title and its link', async ({ page }) => {
  await enter(page, '/')
  await page.getByRole('button', { name: 'Link ticket' }).click()
  await search(page).fill('48190')
  await expect(found(page)).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(startBox(page)).toHaveValue(/Tablets in the two treatment rooms/)
  await keepPicture(page, 'dashboard-ticket')
  await page.reload()
  await expect(startBox(page)).toHaveValue(/Tablets in the two treatment rooms/)
  await page.getByRole('button', { name: 'Start session' }).click()
  await expect(page.getByRole('heading', { name: 'Wi-Fi in the treatment rooms drops' })).toBeVisible()
  await expect(chip(page, '48190')).toBeVisible()
  await page.goto('/')
  await expect(startBox(page)).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Link ticket' })).toBeVisible()
})

test('a chosen ticket takes nothing away that was typed, and only its own words go with it', async ({ page }) => {
  await enter(page, '/pilot')
  const message = page.getByRole('textbox', { name: 'Message' })
  await message.fill('Dana says it is the MFA')
  await page.getByRole('button', { name: 'Link ticket' }).click()
  await search(page).fill('48213')
  await expect(found(page)).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Unlink #48213' })).toBeVisible()
  await expect(message).toHaveValue('Dana says it is the MFA')
  await page.getByRole('button', { name: 'Unlink #48213' }).click()
  await expect(message).toHaveValue('Dana says it is the MFA')
  await expect(page.getByRole('button', { name: 'Link ticket' })).toBeFocused()
  await message.fill('')
  await page.getByRole('button', { name: 'Link ticket' }).click()
  await search(page).fill('48226')
  await expect(found(page)).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(message).toHaveValue(/Three jobs stand in the queue/)
  await page.getByRole('button', { name: 'Unlink #48226' }).click()
  await expect(message).toHaveValue('')
})

test('picker and ticket hold nothing that axe faults, light and dark, and nothing scrolls sideways at 320 pixels', async ({
  page,
}) => {
  await openSession(page)
  await linkByKeys(page, '48197')
  await expect(chip(page, '48197')).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((choice) => localStorage.setItem('flowpilot:theme', choice), theme)
    await page.reload()
    await chip(page, '48197').click()
    await expect(panel(page, '48197').getByText('The customer reads it')).toBeVisible()
    expect(await faultsOf(page), theme).toEqual([])
    await keepPicture(page, `ticket-panel-${theme}`)
    await panel(page, '48197').getByRole('button', { name: 'Change' }).click()
    await expect(found(page).first()).toBeVisible()
    expect(await faultsOf(page), theme).toEqual([])
    await keepPicture(page, `ticket-picker-${theme}`)
    await page.keyboard.press('Escape')
  }
  await page.setViewportSize({ width: 320, height: 720 })
  await page.getByRole('button', { name: /^Session:/ }).click()
  await page.getByRole('menuitem', { name: 'Ticket #48197' }).click()
  await expect(panel(page, '48197').getByText('The customer reads it')).toBeVisible()
  const fits = async (dialog: Locator) => {
    const box = await dialog.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320)
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  }
  await fits(panel(page, '48197'))
  await keepPicture(page, 'ticket-panel-320')
  await panel(page, '48197').getByRole('button', { name: 'Change' }).click()
  await expect(found(page).first()).toBeVisible()
  await fits(picker(page))
  await keepPicture(page, 'ticket-picker-320')
  await page.keyboard.press('Escape')
  for (const [path, width] of [
    ['/', 320],
    ['/pilot', 320],
    [new URL(page.url()).pathname, 640],
  ] as const) {
    await page.setViewportSize({ width, height: 720 })
    await page.goto(path)
    if (width === 320) {
      await page.getByRole('button', { name: 'Link ticket' }).click()
      await search(page).fill('48190')
      await expect(found(page)).toHaveCount(1)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('button', { name: 'Unlink #48190' })).toBeVisible()
    } else await expect(chip(page, '48197')).toBeVisible()
    const beyond = await page
      .locator('main *')
      .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().right > innerWidth).map(String))
    expect(beyond, path).toEqual([])
    await keepPicture(
      page,
      `ticket-${path === '/' ? 'dashboard' : path === '/pilot' ? 'new-session' : 'session'}-${width}`,
    )
  }
})
