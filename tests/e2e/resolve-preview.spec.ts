import { expect } from '@playwright/test'
import { keepPicture } from './browser.ts'
import { addSilently, asColleague } from './facts.ts'
import {
  callSession,
  fix_title,
  fixCard,
  known_facts,
  note,
  noteReply,
  openNote,
  openSolved,
  openWithFix,
  pack,
  pressFix,
  question,
} from './fixes.ts'
import { test } from './own-server.ts'

test('the note has four sections, and each citation lights up the fact or the fix that it names', async ({
  page,
  own,
}) => {
  await openSolved(page, own.model)
  await openNote(page).click()
  await expect(note(page).getByText('Writing from 4 facts…')).toBeVisible()
  await expect(note(page).getByRole('heading', { level: 3 })).toHaveText([
    'Problem',
    'What we confirmed',
    'Root cause',
    'Resolution',
  ])
  await expect(note(page).getByRole('listitem')).toHaveCount(known_facts.length)
  await expect(note(page)).toContainText('PEAP-MSCHAPv2 was re-enabled')
  await keepPicture(page, 'preview')
  const cite = note(page)
    .getByRole('region', { name: 'Root cause' })
    .getByRole('button', { name: /^F3: NPS logs/ })
  await cite.hover()
  const third = page.locator('li[aria-current]')
  await expect(third).toContainText('NPS logs reason code 22')
  const lit = await third.boundingBox()
  const popover = await note(page).boundingBox()
  expect(lit?.y).toBeGreaterThan((popover?.y ?? 0) + (popover?.height ?? 0) - 1)
  await keepPicture(page, 'preview-cited')
  await page.mouse.move(10, 300)
  await expect(third).toHaveCount(0)
  await cite.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(cite).toHaveAttribute('aria-pressed', 'true')
  await cite.press('Enter')
  await note(page).getByRole('button', { name: 'Cancel' }).focus()
  await expect(third).toHaveCount(0)
})

test('editing a fact changes the text of the open note without a click, and what is unchanged is not asked for', async ({
  page,
  own,
}) => {
  const token = await openSolved(page, own.model)
  const asked: string[] = []
  page.on('request', (request) => request.url().endsWith('/preview') && asked.push(request.url()))
  await openNote(page).click()
  await expect(note(page)).toContainText('PEAP-MSCHAPv2 was re-enabled')
  const { items } = await callSession(page, 'GET', '/facts')
  own.model.replyTo(token, noteReply())
  await asColleague(page, 'PATCH', `/${items[3].id}`, 'Firewall firmware was updated on Monday night')
  await expect(note(page).getByRole('listitem').last()).toContainText('on Monday night')
  await expect(note(page).getByText('The draft was updated.')).toBeAttached()
  expect(asked).toHaveLength(2)
  await page.keyboard.press('Escape')
  await openNote(page).click()
  await expect(note(page).getByRole('listitem').last()).toContainText('on Monday night')
  await page.waitForTimeout(700)
  expect(asked).toHaveLength(2)
})

test('what the engineer writes survives a newer draft and a reload, shows what differs, and can be undone', async ({
  page,
  own,
}) => {
  const token = await openSolved(page, own.model)
  await openNote(page).click()
  await note(page).getByRole('button', { name: 'Edit' }).click()
  const field = note(page).getByRole('textbox', { name: /Text of the resolution note/ })
  await expect(field).toBeFocused()
  const drafted = await field.inputValue()
  const mine = drafted.replace('since the firewall', 'since, for which nobody was told, the firewall')
  await field.fill(mine)
  own.model.replyTo(
    token,
    noteReply({ resolution: [{ text: 'PEAP-MSCHAPv2 is enabled again on the office VPN policy.', cites: ['FIX'] }] }),
  )
  await addSilently(page, 'The guest range is not affected')
  const changed = note(page).getByRole('region', { name: 'The draft has changed' })
  await expect(changed).toBeVisible()
  await expect(field).toHaveValue(mine)
  await expect(changed.getByRole('insertion').filter({ hasText: 'The guest range' })).toBeVisible()
  await expect(changed.getByRole('deletion').filter({ hasText: 'nobody was told' })).toBeVisible()
  await keepPicture(page, 'preview-changed')

  await page.reload()
  await openNote(page).click()
  await expect(note(page)).toContainText('nobody was told')
  await expect(changed).toBeVisible()
  await changed.getByRole('button', { name: /^Take this section.*What we confirmed/ }).click()
  await expect(note(page).getByRole('region', { name: 'What we confirmed' })).toContainText('The guest range')
  await expect(note(page)).toContainText('nobody was told')
  await changed.getByRole('button', { name: 'Take the new draft' }).click()
  await expect(changed).toBeHidden()
  await expect(note(page)).toContainText('is enabled again on the office VPN policy')
  await expect(note(page)).not.toContainText('nobody was told')

  await note(page).getByRole('button', { name: 'Edit' }).click()
  await note(page).getByRole('button', { name: 'Undo' }).click()
  await note(page).getByRole('button', { name: 'Undo' }).click()
  await expect(field).toHaveValue(mine)
  await note(page).getByRole('button', { name: 'Redo' }).click()
  await expect(field).toHaveValue(/nobody was told/)
  await note(page)
    .getByRole('button', { name: /^Versions/ })
    .click()
  await keepPicture(page, 'preview-versions')
  await note(page)
    .getByRole('listitem')
    .filter({ hasText: 'Draft' })
    .last()
    .getByRole('button', { name: 'Restore' })
    .click()
  await expect(field).toHaveValue(drafted)
  await note(page).getByRole('button', { name: 'Reset to the draft' }).click()
  await expect(field).toHaveValue(/is enabled again on the office VPN policy/)
})

test('kept over a new draft, the engineer’s text is left alone until there is another', async ({ page, own }) => {
  const token = await openSolved(page, own.model)
  await openNote(page).click()
  await note(page).getByRole('button', { name: 'Edit' }).click()
  await note(page).getByRole('textbox').fill('## Problem\n\nIn my own words.\n')
  own.model.replyTo(token, noteReply(), noteReply())
  await addSilently(page, 'The guest range is not affected')
  const changed = note(page).getByRole('region', { name: 'The draft has changed' })
  await changed.getByRole('button', { name: 'Keep mine' }).click()
  await expect(changed).toBeHidden()
  await addSilently(page, 'The printers are not affected')
  await expect(changed).toBeVisible()
  await expect(note(page).getByRole('textbox')).toHaveValue('## Problem\n\nIn my own words.\n')
})

test('Resolve with an open outcome asks once how the fix went, with “It worked” first, and goes on', async ({
  page,
  own,
}) => {
  const token = await openWithFix(page, own.model)
  await pressFix(page, 'Open script')
  await page.getByRole('button', { name: 'I ran it' }).click()
  own.model.replyTo(token, noteReply())
  await openNote(page).click()
  await expect(question(page).getByRole('button').first()).toHaveText('It worked')
  await expect(question(page).getByRole('button').first()).toBeFocused()
  await keepPicture(page, 'preview-question')
  await question(page).getByRole('button', { name: 'It worked' }).click()
  await expect(note(page)).toContainText('It worked.')
  await page.keyboard.press('Escape')
  await expect(fixCard(page)).toContainText('Worked')
  await openNote(page).click()
  await expect(note(page)).toBeVisible()
})

test('Escalate asks with “Did not work” first; not answered now, it is not asked again', async ({ page, own }) => {
  await openWithFix(page, own.model)
  await pressFix(page, 'Open script')
  await page.getByRole('button', { name: 'I ran it' }).click()
  await page.getByRole('button', { name: 'Escalate' }).click()
  await expect(question(page).getByRole('button').first()).toHaveText('Did not work')
  await question(page).getByRole('button', { name: 'Not now' }).click()
  await expect(pack(page).getByRole('heading', { level: 3 })).toHaveText([
    'Problem',
    "What we've confirmed",
    "What we've tried",
    'Current hypothesis',
    'Suggested next steps',
  ])
  await expect(pack(page)).toContainText(fix_title)
  await expect(pack(page).getByText(/^Written from the state alone/)).toBeVisible()
  await keepPicture(page, 'preview-package')
  await page.keyboard.press('Escape')
  await openNote(page).click()
  await expect(note(page)).toBeVisible()
})

test('the focus goes into the note, stays there, and Escape leaves the field first and then the note', async ({
  page,
  own,
}) => {
  await openSolved(page, own.model)
  const button = openNote(page)
  await button.press('Enter')
  await expect(note(page)).toContainText('PEAP-MSCHAPv2 was re-enabled')
  for (let stop = 0; stop < 16; stop++) {
    await page.keyboard.press('Tab')
    expect(await note(page).evaluate((box) => box.contains(document.activeElement))).toBe(true)
  }
  await note(page).getByRole('button', { name: 'Edit' }).press('Enter')
  await page.keyboard.type('Mine. ')
  await page.keyboard.press('Escape')
  await expect(note(page).getByRole('textbox')).toBeHidden()
  await expect(note(page).getByRole('button', { name: 'Edit' })).toBeFocused()
  await expect(note(page)).toContainText('Mine.')
  await page.keyboard.press('Escape')
  await expect(note(page)).toBeHidden()
  await expect(button).toBeFocused()
})
