import { expect } from '@playwright/test'
import { keepPicture, say } from './browser.ts'
import {
  callSession,
  faultsOf,
  fix,
  fix_title,
  fixCard,
  fixReply,
  note,
  openWithFix,
  overflowOf,
  pressFix,
  setTheme,
} from './fixes.ts'
import { test } from './own-server.ts'

const script = 'Set-NpsVpnPolicy'

test('a fix is applied when the engineer says that he ran it, and not when its script was opened', async ({
  page,
  own,
}) => {
  await openWithFix(page, own.model)
  await expect(fixCard(page)).toContainText('82% confident')
  await expect(fixCard(page)).toContainText('Rests on facts 1, 3 and 4')
  await keepPicture(page, 'fix-proposed')
  await pressFix(page, 'Open script')
  const dialog = page.getByRole('dialog', { name: fix_title })
  await expect(dialog).toContainText(script)
  await keepPicture(page, 'fix-script')
  await page.keyboard.press('Escape')
  await expect(fixCard(page).getByRole('button', { name: 'Open script' })).toBeFocused()
  await expect(fixCard(page)).toContainText('82% confident')
  await pressFix(page, 'Open script')
  await dialog.getByRole('button', { name: 'I ran it' }).click()
  await expect(fixCard(page)).toContainText('Applied just now')
  await keepPicture(page, 'fix-applied')
  const { user_decision, status } = await callSession(page, 'GET', '/suggested-fixes/active')
  expect({ user_decision, status }).toEqual({ user_decision: 'one_off', status: 'applied' })
})

test('a fix that it is too early to judge says what is awaited, and is judged in the end', async ({ page, own }) => {
  await openWithFix(page, own.model)
  await pressFix(page, 'Open script')
  await page.getByRole('button', { name: 'Run now, templatize after resolve' }).click()
  await expect(page.getByText('kept as a draft for a template')).toBeVisible()
  await pressFix(page, 'Too early to tell')
  await expect(fixCard(page).getByRole('button', { name: 'Too early to tell' })).toBeDisabled()
  await fixCard(page).getByRole('button', { name: 'Reboot' }).click()
  await expect(fixCard(page).getByRole('textbox')).toHaveValue('a reboot')
  await keepPicture(page, 'fix-awaiting-what')
  await fixCard(page).getByRole('textbox').fill('tonight’s reboot of NPS01')
  await page.keyboard.press('Enter')
  await expect(fixCard(page)).toContainText('Waiting for tonight’s reboot of NPS01.')
  await expect(fixCard(page)).toContainText('Awaiting verification')
  await keepPicture(page, 'fix-awaiting')
  await page.reload()
  await pressFix(page, 'Record outcome')
  await expect(fixCard(page).getByRole('button', { name: 'It worked' })).toBeFocused()
  await pressFix(page, 'It worked')
  await expect(fixCard(page).getByRole('button', { name: 'Resolve' })).toBeVisible()
  await keepPicture(page, 'fix-worked')
  await pressFix(page, 'Resolve')
  await expect(note(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(fixCard(page).getByRole('button', { name: 'Resolve' })).toBeFocused()
})

test('a fix that failed or worked in part keeps the engineer’s words, and the verdict can be changed', async ({
  page,
  own,
}) => {
  await openWithFix(page, own.model, { ...fix, script: undefined })
  await pressFix(page, 'I did this')
  await pressFix(page, 'Did not work')
  await fixCard(page).getByRole('textbox').fill('Still drops on two laptops after gpupdate.')
  await pressFix(page, 'Did not work')
  await expect(fixCard(page)).toContainText('Still drops on two laptops after gpupdate.')
  await expect(fixCard(page)).toContainText('Kept under “What we’ve tried” in the escalation package')
  await keepPicture(page, 'fix-failed')
  await pressFix(page, 'Change outcome')
  await pressFix(page, 'Partly')
  await page.keyboard.press('Enter')
  await expect(fixCard(page)).toContainText('Partly worked')
  await keepPicture(page, 'fix-partial')
  await page.reload()
  await expect(fixCard(page)).toContainText('Partly worked')
})

test('what the model thinks of a fix counts when the engineer confirms it, and not before', async ({ page, own }) => {
  const token = await openWithFix(page, own.model)
  await pressFix(page, 'Open script')
  await page.getByRole('button', { name: 'I ran it' }).click()
  const proposal = { outcome: 'worked', reason: 'you said that all laptops stay connected' }
  own.model.replyTo(`${token} is quiet`, { text: `Good.\n\n[FIX_OUTCOME]${JSON.stringify(proposal)}[/FIX_OUTCOME]` })
  await say(page, `${token} is quiet: all laptops stay connected`)
  await expect(fixCard(page)).toContainText('FlowPilot thinks: it worked – you said that all laptops stay connected')
  await keepPicture(page, 'fix-thought')
  expect((await callSession(page, 'GET', '/suggested-fixes/active')).status).toBe('applied')
  await pressFix(page, 'Something else')
  await expect(fixCard(page).getByRole('button', { name: 'It worked' })).toBeFocused()
  await page.reload()
  await pressFix(page, 'Confirm: It worked')
  await expect(fixCard(page)).not.toContainText('FlowPilot thinks')
  await expect(fixCard(page)).toContainText('Worked')
})

test('an outcome that is refused is taken back with a word', async ({ page, own }) => {
  await openWithFix(page, own.model, { ...fix, script: undefined })
  await pressFix(page, 'I did this')
  await page.route('**/outcome', (route) => route.abort())
  await pressFix(page, 'It worked')
  await expect(page.getByText(/How it went was not recorded/)).toBeVisible()
  await expect(fixCard(page).getByRole('button', { name: 'It worked' })).toBeVisible()
  await expect(fixCard(page)).toContainText('Applied')
})

test('a script that is being read when a newer fix comes says so, and leads to the newer one', async ({
  page,
  own,
}) => {
  const token = await openWithFix(page, own.model)
  await pressFix(page, 'Open script')
  const newer = { ...fix, title: 'Roll the firmware back', script: { language: 'bash', body: 'restore-firmware' } }
  own.model.replyTo(token, fixReply(newer))
  const colleague = await page.context().newPage()
  await colleague.goto(page.url())
  await say(colleague, `${token}: what else?`)
  await expect(fixCard(colleague)).toContainText('Roll the firmware back')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('A newer fix has replaced this one')
  await expect(dialog.getByRole('button', { name: 'I ran it' })).toBeHidden()
  await keepPicture(page, 'fix-replaced')
  await dialog.getByRole('button', { name: 'Show the newer fix' }).click()
  await expect(dialog).toContainText('restore-firmware')
  await dialog.getByRole('button', { name: 'I ran it' }).click()
  await pressFix(page, '1 earlier fix')
  await expect(fixCard(page).getByRole('listitem')).toContainText([/Re-enable PEAP.*replaced/])
  await keepPicture(page, 'fix-earlier')
})

test('a fix that was replaced before this page heard of it is refused, and the newer one is shown', async ({
  page,
  own,
}) => {
  const token = await openWithFix(page, own.model)
  // Nothing tells the page of changes, so that it is the refusal which does.
  await page.route('**/changes?*', () => {})
  await page.reload()
  const colleague = await page.context().newPage()
  await colleague.goto(page.url())
  own.model.replyTo(token, fixReply({ ...fix, title: 'Roll the firmware back' }))
  await say(colleague, `${token}: what else?`)
  await expect(fixCard(colleague)).toContainText('Roll the firmware back')
  await page.bringToFront()
  await pressFix(page, 'Open script')
  await page.getByRole('button', { name: 'I ran it' }).click()
  await expect(page.getByText(/A newer fix has replaced this one/)).toBeVisible()
  await expect(fixCard(page)).toContainText('Roll the firmware back')
})

test('a dismissed fix is gone, stands among the earlier ones, and another one can be asked for', async ({
  page,
  own,
}) => {
  await openWithFix(page, own.model)
  await pressFix(page, 'Dismiss')
  await expect(page.getByText('Dismissed. Ask for another one.')).toBeVisible()
  await expect(fixCard(page)).toContainText('No fix yet')
  await pressFix(page, '1 earlier fix')
  await expect(fixCard(page).getByRole('listitem')).toContainText([/Re-enable PEAP.*Dismissed/])
})

test('in every state the card is free of what axe faults, light and dark, and of sideways scrolling', async ({
  page,
  own,
}) => {
  await openWithFix(page, own.model)
  const look = async (state: string) => {
    for (const [theme, width] of [
      ['dark', 1440],
      ['light', 320],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await setTheme(page, theme)
      const handle = page.getByRole('button', { name: /Task lane/, expanded: false })
      if (await handle.isVisible()) await handle.click()
      expect(await faultsOf(page), `${state} ${theme}`).toEqual([])
      expect(await overflowOf(page), `${state} at ${width}`).toBeLessThanOrEqual(0)
      await keepPicture(page, `fix-${state}-${theme}-${width}`)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  }
  await look('proposed')
  await pressFix(page, 'Open script')
  await page.getByRole('button', { name: 'I ran it' }).click()
  await look('applied')
  await pressFix(page, 'Too early to tell')
  await look('noting')
  await fixCard(page).getByRole('textbox').fill('replication')
  await page.keyboard.press('Enter')
  await expect(fixCard(page)).toContainText('Waiting for replication.')
  await look('awaiting')
  await pressFix(page, 'Record outcome')
  await pressFix(page, 'Did not work')
  await page.keyboard.press('Enter')
  await expect(fixCard(page)).toContainText('Kept under')
  await look('failed')
  await pressFix(page, 'Change outcome')
  await pressFix(page, 'It worked')
  await look('worked')
})

test('who may only read sees the fix and its script, and no act on it', async ({ page, own }) => {
  await openWithFix(page, own.model)
  await page.route('**/api/v1/me', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), role: 'viewer' } })
  })
  await page.reload()
  await expect(fixCard(page)).toContainText(fix_title)
  await expect(fixCard(page).getByRole('button')).toHaveText(['Open script'])
  await pressFix(page, 'Open script')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'I ran it' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Resolve' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Escalate' })).toBeHidden()
})
