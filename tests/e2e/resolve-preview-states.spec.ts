import { expect } from '@playwright/test'
import { keepPicture } from './browser.ts'
import { addSilently } from './facts.ts'
import { faultsOf, note, noteReply, openNote, openSolved, openWithFix, overflowOf, setTheme } from './fixes.ts'
import { test } from './own-server.ts'

test('what is said to be left out is there to be read, with the reason', async ({ page, own }) => {
  const token = await openWithFix(page, own.model)
  await addSilently(page, 'The admin signs in with password: Hunter2-Winter-2026')
  const lie = { text: 'The host FW-ACME-07 at 10.99.1.7 was replaced.', cites: ['F4'] }
  own.model.replyTo(token, noteReply({ root_cause: [lie] }))
  await openNote(page).click()
  await note(page).getByRole('button', { name: '1 sentence was left out' }).click()
  await expect(note(page)).toContainText('FW-ACME-07')
  await expect(note(page).getByText(/^1 secret was left out/)).toBeVisible()
  await expect(note(page)).not.toContainText('Hunter2')
  await expect(note(page).getByRole('region', { name: 'Root cause' })).toContainText('Not established.')
  await keepPicture(page, 'preview-left-out')
})

test('where no draft comes it is said that nothing was posted, and it can be asked for again', async ({
  page,
  own,
}) => {
  const token = await openWithFix(page, own.model)
  await page.route('**/preview', (route) => route.abort())
  await openNote(page).click()
  await expect(note(page).getByRole('alert')).toContainText('Nothing was posted')
  await keepPicture(page, 'preview-failed')
  await page.unroute('**/preview')
  own.model.replyTo(token, noteReply())
  await note(page).getByRole('button', { name: 'Try again' }).click()
  await expect(note(page)).toContainText('PEAP-MSCHAPv2 was re-enabled')
})

test('the engineer’s text is copied as it stands, and is gone from the browser with the sign-in', async ({
  page,
  own,
}) => {
  await openSolved(page, own.model)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openNote(page).click()
  await note(page).getByRole('button', { name: 'Edit' }).click()
  await note(page).getByRole('textbox').fill('In my own words.')
  await note(page).getByRole('button', { name: 'Copy note' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('In my own words.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Mara Reyes/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('own words')
})

test('the open note is free of what axe faults, light and dark, and of sideways scrolling', async ({ page, own }) => {
  const token = await openSolved(page, own.model)
  await openNote(page).click()
  await expect(note(page)).toContainText('PEAP-MSCHAPv2 was re-enabled')
  const look = async (state: string) => {
    for (const [theme, width] of [
      ['dark', 1440],
      ['light', 1440],
      ['dark', 320],
      ['light', 320],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await setTheme(page, theme)
      expect(await faultsOf(page), `${state} ${theme}`).toEqual([])
      expect(await overflowOf(page), `${state} at ${width}`).toBeLessThanOrEqual(0)
      const box = await note(page).boundingBox()
      expect((box?.x ?? 0) + (box?.width ?? 0), `${state} at ${width}`).toBeLessThanOrEqual(width)
      await keepPicture(page, `preview-${state}-${theme}-${width}`)
    }
  }
  await look('read')
  await note(page).getByRole('button', { name: 'Edit' }).click()
  await note(page)
    .getByRole('textbox')
    .fill('## Problem\n\nIn my own words: the laptops drop.\n\n## Resolution\n\nNone yet.\n')
  own.model.replyTo(token, noteReply())
  await addSilently(page, 'The guest range is not affected')
  await expect(
    note(page).getByRole('region', { name: 'The draft has changed' }).getByRole('insertion').first(),
  ).toBeVisible()
  await note(page)
    .getByRole('button', { name: /^Versions/ })
    .click()
  await look('changed')
})
