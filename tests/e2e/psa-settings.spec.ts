import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { northbeam } from '../harness/world.ts'
import { keepPicture, say } from './browser.ts'
import { type ConnectedServer, test } from './connected-server.ts'

const system = (page: Page) => page.getByRole('region', { name: 'Ticket system' })
const field = (page: Page, name: string) => system(page).getByLabel(name, { exact: false }).first()
const press = (page: Page, name: string) => system(page).getByRole('button', { name, exact: true }).click()
const choose = (page: Page, provider: string) => system(page).getByText(provider, { exact: true }).first().click()
const status = (page: Page, board: string, end: string) =>
  system(page).getByRole('group', { name: board }).getByLabel(`When ${end}`)

/** Signs a new person up, by default as Mara with an account of her own, and answers with the address. */
async function signUp(page: Page, base_url: string, name = northbeam.engineer): Promise<string> {
  const email = `${randomUUID()}@northbeam.test`
  const answer = await page.request.post('/api/v1/auth/sign-up/email', {
    headers: { origin: base_url },
    data: { name, email, password: randomUUID(), account_name: northbeam.account_name },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return email
}

async function openSettings(page: Page, connected: ConnectedServer) {
  await signUp(page, connected.base_url)
  await page.goto('/settings')
  await expect(system(page).getByRole('radio', { name: 'Built-in board' })).toBeChecked()
}

async function fillConnection(page: Page, { site, connectwise }: ConnectedServer) {
  await choose(page, 'ConnectWise')
  await field(page, 'Site').fill(site)
  await field(page, 'Company id').fill(connectwise.keys.company_id)
  await field(page, 'Public key').fill(connectwise.keys.public_key)
  await field(page, 'Private key').fill(connectwise.keys.private_key)
  await field(page, 'Client id').fill(connectwise.keys.client_id)
}

async function connect(page: Page, connected: ConnectedServer) {
  await openSettings(page, connected)
  await fillConnection(page, connected)
  await press(page, 'Connect ConnectWise')
  await expect(system(page).getByRole('button', { name: 'Save the connection' })).toBeVisible()
  await expect(status(page, 'Service Desk', 'resolved')).toBeVisible()
}

async function faultsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

test.beforeEach(async ({ connected }) => {
  await connected.connectwise.reset()
})

test('an owner connects ConnectWise, proves the connection, and picks statuses that are kept', async ({
  page,
  connected,
}) => {
  await openSettings(page, connected)
  await fillConnection(page, connected)
  await expect(system(page).getByText(`Tickets come from ConnectWise at ${connected.site}`)).toBeVisible()
  await keepPicture(page, 'psa-settings-typed')
  await press(page, 'Connect ConnectWise')
  await expect(page.getByText(`Saved. Tickets come from ConnectWise at ${connected.site}.`)).toBeVisible()
  await press(page, 'Test connection')
  await expect(system(page).getByText(`answered at ${connected.site}.`)).toBeVisible()
  const resolved = status(page, 'Service Desk', 'resolved')
  await expect(resolved.getByRole('option')).toContainText([
    'Leave the status as it is',
    'New',
    'In Progress',
    'Waiting Customer',
    'Escalated to L2',
    'Closed – pending review',
    'Resolved (closed)',
  ])
  await resolved.selectOption('Resolved (closed)')
  await status(page, 'Service Desk', 'escalated').selectOption('Escalated to L2')
  await expect(system(page).getByText('Not saved yet.')).toBeVisible()
  await press(page, 'Save the statuses')
  await expect(page.getByText('The statuses are saved.')).toBeVisible()
  await keepPicture(page, 'psa-settings-connected')
  await page.reload()
  await expect(resolved.locator('option:checked')).toHaveText('Resolved (closed)')
  await expect(status(page, 'Service Desk', 'escalated').locator('option:checked')).toHaveText('Escalated to L2')
  await expect(status(page, 'Projects', 'resolved').locator('option:checked')).toHaveText('Leave the status as it is')
  await resolved.selectOption('Leave the status as it is')
  await press(page, 'Save the statuses')
  await expect(page.getByText('The statuses are saved.')).toBeVisible()
  const answer = await page.request.get('/api/v1/psa-connection')
  expect(Object.keys((await answer.json()).statuses.resolved)).toEqual([])
})

test('what the server refuses is said at its field, and what was typed outlives other pages and a reload', async ({
  page,
  connected,
}) => {
  await openSettings(page, connected)
  await fillConnection(page, connected)
  await field(page, 'Site').fill('psa.southgate.example')
  await press(page, 'Connect ConnectWise')
  await expect(system(page).getByText(/FlowPilot does not connect to “psa.southgate.example”/)).toBeVisible()
  await expect(field(page, 'Site')).toHaveAttribute('aria-invalid', 'true')
  await keepPicture(page, 'psa-settings-refused')
  await page.getByRole('link', { name: 'Sessions', exact: true }).click()
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await expect(field(page, 'Site')).toHaveValue('psa.southgate.example')
  await expect(field(page, 'Private key')).toHaveValue(connected.connectwise.keys.private_key)
  await page.reload()
  await expect(field(page, 'Site')).toHaveValue('psa.southgate.example')
  await expect(field(page, 'Company id')).toHaveValue('northbeam')
  // A secret is not put into the browser's store.
  await expect(field(page, 'Private key')).toHaveValue('')
  const stored = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))
  expect(stored).not.toContain(connected.connectwise.keys.private_key)
})

test('a save that does not arrive loses nothing, and is made again', async ({ page, connected }) => {
  await openSettings(page, connected)
  await fillConnection(page, connected)
  await page.route('**/api/v1/psa-connection', (route) => route.abort(), { times: 1 })
  await press(page, 'Connect ConnectWise')
  await expect(system(page).getByRole('alert').filter({ hasText: 'Nothing was saved' })).toContainText(
    'What you typed is still here.',
  )
  await press(page, 'Connect ConnectWise')
  await expect(page.getByText(/^Saved\./)).toBeVisible()
})

test('kept keys are never shown: they stay, are replaced, or are entered again for another place', async ({
  page,
  connected,
}) => {
  await connect(page, connected)
  await page.reload()
  await expect(system(page).getByText('Kept, and never shown')).toHaveCount(2)
  expect(await page.content()).not.toContain(connected.connectwise.keys.private_key)
  await field(page, 'Public key').fill('SouthgatePublicKey')
  await expect(system(page).getByText('The public key is replaced.')).toBeVisible()
  await expect(system(page).getByText(/To be entered again/)).toHaveCount(2)
  await press(page, 'Discard the changes')
  await expect(system(page).getByText('Kept, and never shown')).toHaveCount(2)
  await press(page, 'Replace the private key')
  await expect(field(page, 'Private key')).toBeFocused()
  await press(page, 'Keep the present one')
  await expect(system(page).getByRole('button', { name: 'Replace the private key' })).toBeFocused()
  await press(page, 'Replace the private key')
  await field(page, 'Private key').fill('wrong-key')
  await expect(system(page).getByText('The private key is replaced.')).toBeVisible()
  await press(page, 'Save the connection')
  await expect(page.getByText(/^Saved\./)).toBeVisible()
  await press(page, 'Test connection')
  const failure = system(page).getByRole('alert').filter({ hasText: 'The connection does not hold' })
  await expect(failure).toContainText('keys')
  await expect(system(page).getByText('The boards did not load')).toBeVisible()
  await keepPicture(page, 'psa-settings-wrong-key')
})

test('boards that do not load say why, and load when asked again', async ({ page, connected }) => {
  await connect(page, connected)
  await connected.connectwise.fault({ at: 'GET /service/boards', kind: '500', times: 'always' })
  await page.reload()
  await expect(system(page).getByText('The boards did not load')).toBeVisible()
  await connected.connectwise.clearFaults()
  await press(page, 'Try again')
  await expect(status(page, 'Service Desk', 'resolved')).toBeVisible()
})

test('the connection is removed only after a question, and the built-in board is there again', async ({
  page,
  connected,
}) => {
  await connect(page, connected)
  await press(page, 'Remove the connection')
  const question = page.getByRole('dialog', { name: 'Remove the connection to ConnectWise?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(system(page).getByRole('button', { name: 'Remove the connection' })).toBeFocused()
  await press(page, 'Remove the connection')
  await question.getByRole('button', { name: 'Remove' }).click()
  await expect(system(page).getByRole('radio', { name: 'Built-in board' })).toBeChecked()
  await expect(status(page, 'Service desk', 'resolved').locator('option:checked')).toHaveText('Resolved (closed)')
  await choose(page, 'ConnectWise')
  await expect(system(page).getByText('Kept, and never shown')).toHaveCount(0)
})

test('whether the customer reads a resolution note is chosen once for the account, and a refusal leaves it', async ({
  page,
  connected,
}) => {
  await openSettings(page, connected)
  const box = system(page).getByRole('checkbox', { name: /Resolution notes also go to the discussion/ })
  await expect(box).not.toBeChecked()
  await page.route('**/api/v1/account/settings', (route) => route.abort(), { times: 1 })
  await box.click()
  await expect(system(page).getByText(/The setting is as it was\./)).toBeVisible()
  await expect(box).not.toBeChecked()
  await box.click()
  await expect(box).toBeChecked()
  await expect(system(page).getByText(/The setting is as it was\./)).toBeHidden()
  await page.reload()
  await expect(box).toBeChecked()
})

test('an engineer sees where the tickets are and what becomes of them, and changes nothing', async ({
  page,
  browser,
  connected,
}) => {
  await connect(page, connected)
  await status(page, 'Projects', 'resolved').selectOption('Done (closed)')
  await press(page, 'Save the statuses')
  await expect(page.getByText('The statuses are saved.')).toBeVisible()
  const headers = { origin: connected.base_url }
  const colleague = await browser.newPage({ baseURL: connected.base_url })
  const email = await signUp(colleague, connected.base_url, 'Owen Pratt')
  const invited = await page.request.post('/api/v1/members/invitations', { headers, data: { email, role: 'engineer' } })
  await colleague.request.post(`/api/v1/members/invitations/${(await invited.json()).id}/accept`, { headers })
  await colleague.goto('/settings')
  await expect(system(colleague).getByText('An owner or admin of this account can change it.')).toBeVisible()
  await expect(system(colleague).getByText(connected.site)).toBeVisible()
  const projects = system(colleague).getByRole('group', { name: 'Projects' })
  await expect(projects).toContainText('When resolved: Done (closed)')
  await expect(projects).toContainText('When escalated: Leave the status as it is')
  await expect(system(colleague).getByRole('button')).toHaveCount(0)
  await expect(system(colleague).getByRole('textbox')).toHaveCount(0)
  await expect(system(colleague).getByRole('checkbox')).toBeDisabled()
  await keepPicture(colleague, 'psa-settings-engineer')
  await colleague.close()
})

test('a ticket of ConnectWise is linked, named as such, and leads there', async ({ page, connected }) => {
  await connect(page, connected)
  await page.goto('/pilot')
  await say(page, 'VPN drops after MFA')
  await page.getByRole('button', { name: 'Link a ticket' }).click()
  await page.getByRole('combobox', { name: 'Search tickets' }).fill('vpn drops')
  await page.getByRole('option', { name: /CW #48213/ }).click()
  await expect(page.getByRole('button', { name: 'Ticket CW #48213' })).toBeVisible()
  const link = page.getByRole('link', { name: 'Open CW #48213 in ConnectWise' })
  await expect(link).toHaveAttribute('href', /48213/)
  await expect(link).toHaveAttribute('rel', 'noreferrer')
  await page.getByRole('button', { name: 'Ticket CW #48213' }).click()
  const ticket = page.getByRole('dialog', { name: 'Ticket CW #48213' })
  await expect(ticket.getByText('as they stand in ConnectWise')).toBeVisible()
  await expect(ticket.getByText('Called Dana: only in the office.')).toBeVisible()
  await connected.connectwise.note(48213, { text: 'Customer called again.', detailDescriptionFlag: true })
  await ticket.getByRole('button', { name: 'Refresh' }).click()
  await expect(ticket.getByRole('listitem').first()).toContainText('Customer called again.')
  await expect(ticket.getByRole('listitem').first()).toContainText('The customer reads it')
  await keepPicture(page, 'ticket-connectwise')
})

test('the settings hold nothing that axe faults, light and dark, and do not scroll sideways at 320 pixels', async ({
  page,
  connected,
}) => {
  await connect(page, connected)
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((choice) => localStorage.setItem('flowpilot:theme', choice), theme)
    await page.reload()
    await expect(status(page, 'Service Desk', 'resolved')).toBeVisible()
    expect(await faultsOf(page), theme).toEqual([])
    await system(page).scrollIntoViewIfNeeded()
    await keepPicture(page, `psa-settings-${theme}`)
  }
  await page.setViewportSize({ width: 320, height: 900 })
  await expect(status(page, 'Service Desk', 'resolved')).toBeVisible()
  const wide = await page
    .locator('main *')
    .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().right > 321).length)
  expect(wide).toBe(0)
  await system(page).scrollIntoViewIfNeeded()
  await keepPicture(page, 'psa-settings-320')
})
