import { expect, type Page } from '@playwright/test'
import { enter, keepPicture } from './browser.ts'
import { faultsOf, note, openNote, overflowOf, pack, setTheme } from './fixes.ts'
import { test } from './own-server.ts'
import { call, card, header, openLinked, postButton, press } from './posting.ts'

const ticketOf = (page: Page, base_url: string, ref: string) => call(page, base_url, 'GET', `/tickets/${ref}`)

test('a ticket is linked, resolved, and has the note and the status', async ({ page, own }) => {
  await enter(page, '/')
  const { id } = await call(page, own.base_url, 'POST', '/ai-sessions', { title: 'VPN drops after MFA prompt' })
  await call(page, own.base_url, 'POST', `/ai-sessions/${id}/facts`, { text: 'NPS logs reason code 22' })
  await page.goto(`/pilot/${id}`)
  await page.getByRole('button', { name: 'Link a ticket' }).click()
  await page.getByRole('combobox', { name: 'Search tickets' }).fill('48213')
  await page.getByRole('option', { name: /48213/ }).click()
  await expect(header(page).getByText('Acme Dental')).toBeVisible()

  await openNote(page).click()
  await expect(note(page)).toContainText('Resolution tab: the customer may read it.')
  await expect(note(page).getByLabel('Status of the ticket afterwards')).toHaveValue('resolved')
  await expect(postButton(page)).toHaveText('Post to #48213 · Acme Dental')
  await press(page, 'As posted')
  const as_posted = note(page).getByRole('region', { name: 'As posted' }).locator('pre')
  await expect(as_posted).toContainText('NPS logs reason code 22')
  const exactly = await as_posted.textContent()
  await keepPicture(page, 'post-as-posted')
  await press(page, 'As posted')
  await keepPicture(page, 'post-footer')
  await postButton(page).click()
  await expect(card(page, 'Posting to #48213')).toContainText('Note posted')
  await keepPicture(page, 'post-progress')
  await expect(note(page)).toBeHidden()
  await expect(header(page)).toContainText('Resolved')
  await expect(page.getByText(/^Resolved\. The note is on #48213/).first()).toBeVisible()
  await keepPicture(page, 'post-resolved')

  const ticket = await ticketOf(page, own.base_url, '48213')
  expect(ticket.status).toMatchObject({ id: 'resolved' })
  expect(ticket.notes.at(-1)).toMatchObject({ kind: 'resolution', text: exactly })

  await page.reload()
  await expect(page.getByText(/posted just now|min ago/)).toBeVisible()
  await press(page, 'Show the note')
  await expect(page.getByRole('dialog', { name: 'Resolution note' })).toContainText('NPS logs reason code 22')
  await page.keyboard.press('Escape')
  await press(page, 'Reopen')
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
})

test('an escalation is internal, and goes out with the status picked for this time', async ({ page, own }) => {
  await enter(page, '/')
  await openLinked(page, own.base_url, '48221')
  await press(page, 'Escalate')
  await expect(pack(page)).toContainText('Internal: no customer reads it.')
  await pack(page).getByLabel('Status of the ticket afterwards').selectOption('waiting')
  await postButton(page).click()
  await expect(header(page)).toContainText('Escalated')
  await expect(page.getByText(/^Escalated\. The package is on #48221/).first()).toBeVisible()
  const ticket = await ticketOf(page, own.base_url, '48221')
  expect(ticket.status).toMatchObject({ id: 'waiting' })
  expect(ticket.notes.at(-1)).toMatchObject({ kind: 'internal' })
})

test('without a ticket the session is resolved here only, and says so', async ({ page, own }) => {
  await enter(page, '/')
  const { id } = await call(page, own.base_url, 'POST', '/ai-sessions', { title: 'The scanner is slow' })
  await page.goto(`/pilot/${id}`)
  await openNote(page).click()
  await expect(note(page)).toContainText('No ticket is linked: nothing is posted.')
  await press(page, 'Resolve here only')
  await expect(page.getByText('Resolved here only. No note was posted.')).toBeVisible()
  await keepPicture(page, 'post-local')
})

test('Enter and Escape never post', async ({ page, own }) => {
  await enter(page, '/')
  await openLinked(page, own.base_url, '48204')
  await openNote(page).focus()
  await page.keyboard.press('Enter')
  await expect(postButton(page)).toBeEnabled()
  await expect(postButton(page)).not.toBeFocused()
  await page.keyboard.press('Escape')
  await openNote(page).click()
  await note(page).getByLabel('Status of the ticket afterwards').press('Enter')
  await page.keyboard.press('Escape')
  await press(page, 'Edit')
  await page.keyboard.type('Mine. ')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.waitForTimeout(500)
  const ticket = await ticketOf(page, own.base_url, '48204')
  expect(ticket.notes).toEqual([])
})

test('the foot of the note is free of what axe faults, light and dark, and fits 320 pixels', async ({ page, own }) => {
  await enter(page, '/')
  await openLinked(page, own.base_url, '48226')
  await openNote(page).click()
  await expect(postButton(page)).toBeEnabled()
  for (const [theme, width] of [
    ['dark', 1440],
    ['light', 1440],
    ['dark', 320],
    ['light', 320],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await setTheme(page, theme)
    expect(await faultsOf(page), theme).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    const box = await postButton(page).boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
    await keepPicture(page, `post-foot-${theme}-${width}`)
  }
})
