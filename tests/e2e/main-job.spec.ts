import { expect, test } from '@playwright/test'
import { vpn_problem } from '../harness/world.ts'
import { enter, keepPicture, lane, section } from './browser.ts'

test('an engineer describes a problem, watches the reply reach the lane, answers, and finds all of it after a reload', async ({
  page,
}) => {
  await enter(page)
  await keepPicture(page, '1-dashboard')

  await page.getByRole('textbox', { name: /Describe an issue/ }).fill(vpn_problem)
  await page.getByRole('button', { name: 'Start session' }).click()
  await expect(page).toHaveURL(/\/pilot\/[0-9a-f-]{36}$/)
  const conversation = page.getByRole('log', { name: 'Conversation' })
  await expect(conversation.getByText(vpn_problem)).toBeVisible()
  const reply = conversation.getByRole('article', { name: 'FlowPilot' }).first()
  await expect(reply).toContainText('second authentication pass')
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  await keepPicture(page, '2-streaming')

  await expect(conversation.getByText('Proposed 2 checks')).toBeVisible()
  await expect(section(page, 'Questions').getByText('3 of 3 open')).toBeVisible()
  await expect(section(page, 'Diagnostic checks').getByText('Get-WinEvent')).toBeVisible()
  await expect(lane(page)).not.toContainText('[QUESTIONS]')
  await expect(conversation).not.toContainText(/\[\/?[A-Z]/)

  await section(page, 'Questions').getByRole('button', { name: 'Only on the office network' }).click()
  await expect(section(page, 'Questions').getByText('2 of 3 open')).toBeVisible()
  await keepPicture(page, '3-answered')
  const said = await reply.textContent()

  await page.reload()
  await expect(conversation.getByText(vpn_problem)).toBeVisible()
  await expect.poll(() => reply.textContent()).toBe(said)
  await expect(section(page, 'Questions').getByText('2 of 3 open')).toBeVisible()
  await expect(section(page, 'Questions').getByText('Only on the office network')).toBeVisible()
  await expect(section(page, 'Diagnostic checks').getByText('Get-WinEvent')).toBeVisible()
  await keepPicture(page, '4-after-reload')
})

test('answers sent in part bring the next reply, its facts and in the end a fix with a script', async ({ page }) => {
  await enter(page, '/pilot')
  await page.getByRole('textbox', { name: 'Message' }).fill(vpn_problem)
  await page.getByRole('button', { name: 'Send' }).click()
  const questions = section(page, 'Questions')
  await expect(page.getByText('Proposed 2 checks')).toBeVisible()
  for (const answer of ['Only on the office network', 'About a minute', 'Firewall or gateway firmware']) {
    await questions.getByRole('button', { name: answer, exact: true }).click()
  }
  const check = section(page, 'Diagnostic checks')
  await check.getByRole('button', { name: 'Record result' }).first().click()
  await check
    .getByRole('textbox')
    .fill(
      'Reason Code: 22\nThe client could not be authenticated because the EAP type cannot be processed by the server.',
    )
  await check
    .getByRole('button', { name: /Save|Record/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^Send 4 of 4/ }).click()

  await expect(section(page, 'What we know')).toContainText(/office network/i)
  await expect(section(page, 'Suggested fix')).toContainText('PEAP')
  await keepPicture(page, '5-fix')
})
