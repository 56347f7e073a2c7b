import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { northbeam } from '../harness/world.ts'
import type { ConnectedServer } from './connected-server.ts'

export const postButton = (page: Page) => page.getByRole('button', { name: /^Post to / })
/** What tells of a posting, in the popover or under the header. */
export const card = (page: Page, title: string | RegExp) => page.getByRole('region', { name: title })
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
export const header = (page: Page) => page.locator('main > header')

/** As the API, past the page. */
export async function call(page: Page, base_url: string, method: 'GET' | 'POST' | 'PUT', path: string, data?: object) {
  const response = await page.request.fetch(`${base_url}/api/v1${path}`, {
    method,
    headers: { origin: base_url },
    data,
  })
  expect(response.ok(), await response.text()).toBe(true)
  return await response.json()
}

/** A new account, connected to the simulator, with a status picked for either end of its Service Desk's tickets. */
export async function enterConnected(page: Page, { base_url, connectwise, site }: ConnectedServer) {
  const person = { name: northbeam.engineer, email: `${randomUUID()}@northbeam.test`, password: randomUUID() }
  await call(page, base_url, 'POST', '/auth/sign-up/email', person)
  const statuses = await connectwise.statusesOf('Service Desk')
  const idOf = (name: string) => `${statuses.find((status) => status.name === name)?.id}`
  const board_id = `${statuses[0]?.board.id}`
  await call(page, base_url, 'PUT', '/psa-connection', {
    provider: 'connectwise',
    site,
    ...connectwise.keys,
    statuses: { resolved: { [board_id]: idOf('Resolved') }, escalated: { [board_id]: idOf('Escalated to L2') } },
  })
}

/** Opens a session that knows something and is linked to this ticket. */
export async function openLinked(page: Page, base_url: string, ticket_ref: string) {
  const { id } = await call(page, base_url, 'POST', '/ai-sessions', { title: 'VPN drops after MFA prompt', ticket_ref })
  for (const text of ['Only laptops on the 10.20.0.0/22 office range are affected', 'NPS logs reason code 22']) {
    await call(page, base_url, 'POST', `/ai-sessions/${id}/facts`, { text })
  }
  await page.goto(`/pilot/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'VPN drops after MFA prompt' })).toBeVisible()
}
