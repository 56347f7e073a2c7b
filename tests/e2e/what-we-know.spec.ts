import { expect, test } from '@playwright/test'
import { keepPicture, section } from './browser.ts'
import {
  addNote,
  addSilently,
  answer,
  asColleague,
  asked,
  keepWithoutAsking,
  known,
  openSession,
  press,
  row,
  rows,
} from './facts.ts'

const WITHIN_TWO_SECONDS = { timeout: 2_000 }

test('an answer and a result are each a fact within two seconds where nobody wants to be asked, and after a reload', async ({
  page,
}) => {
  await openSession(page)
  await keepWithoutAsking(page)
  await answer(page, 'Only on the office network')
  await expect(row(page, 'F1')).toContainText('question', WITHIN_TWO_SECONDS)
  const check = section(page, 'Diagnostic checks')
  await check.getByRole('button', { name: 'Record result' }).first().click()
  await check.getByRole('textbox').fill('Reason Code: 22')
  await check.getByRole('button', { name: 'Save result' }).click()
  await expect(row(page, 'F2')).toContainText('check', WITHIN_TWO_SECONDS)
  await expect(asked(page)).toBeHidden()
  const facts = await rows(page).allTextContents()
  await page.reload()
  await expect(rows(page)).toHaveText(facts)
  await keepPicture(page, 'facts-kept')
})

test('the words of a fact are seen and changed before they are kept, and what was declined can be kept later', async ({
  page,
}) => {
  await openSession(page)
  await answer(page, 'Only on the office network')
  await expect(asked(page)).toContainText('worded by FlowPilot')
  await keepPicture(page, 'facts-asked')
  await asked(page).getByRole('button', { name: 'Not now' }).click()
  await expect(asked(page)).toBeHidden()
  await expect(rows(page)).toHaveCount(0)
  await section(page, 'Questions').getByRole('button', { name: 'Keep as a fact' }).click()
  await asked(page).getByRole('textbox').fill('Only the office network is affected')
  await asked(page).getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(rows(page)).toHaveText([/Only the office network is affected.*F1.*question/])
  await expect(section(page, 'Questions').getByRole('button', { name: 'Keep as a fact' })).toBeHidden()
})

test('an answer that says nothing establishes nothing, and an edited answer takes its fact along', async ({ page }) => {
  await openSession(page)
  await answer(page, 'Not tested')
  await expect(section(page, 'Questions').getByText('Nothing established')).toBeVisible()
  await keepPicture(page, 'facts-nothing')
  await keepWithoutAsking(page)
  await answer(page, 'About a minute')
  await expect(row(page, 'F1')).toBeVisible()
  const before = await rows(page).allTextContents()
  await known(page).getByRole('button', { name: 'Edit the answer of F1' }).click()
  await answer(page, 'Irregular')
  await expect(known(page).getByText('F1 follows the new answer.')).toBeVisible()
  await expect(rows(page)).not.toHaveText(before)
  await expect(row(page, 'F1')).toContainText(/irregular/i)
})

test('where the words do not come it is said, and they can be asked for again', async ({ page }) => {
  await openSession(page)
  await page.route('**/facts/wording', (route) => route.abort())
  await answer(page, 'Only on the office network')
  await expect(section(page, 'Questions').getByText(/No fact was written/)).toBeVisible()
  await keepPicture(page, 'facts-failed')
  await page.unroute('**/facts/wording')
  await section(page, 'Questions').getByRole('button', { name: 'Try again' }).click()
  await expect(asked(page)).toBeVisible()
})

test('a note is added, changed, removed and brought back by the keyboard alone', async ({ page }) => {
  await openSession(page)
  await addNote(page, 'Firmware went in on Tuesday')
  await expect(known(page).getByRole('button', { name: 'Add note' })).toBeFocused()
  await known(page).getByRole('button', { name: 'Edit F1' }).press('Enter')
  await page.keyboard.type(' night')
  await page.keyboard.press('Control+Enter')
  await expect(row(page, 'Firmware went in on Tuesday night')).toBeVisible()
  await expect(known(page).getByRole('button', { name: 'Edit F1' })).toBeFocused()
  await known(page).getByRole('button', { name: 'Remove F1' }).press('Enter')
  await expect(rows(page)).toHaveCount(0)
  await expect(known(page).getByRole('button', { name: 'Add note' })).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(row(page, 'Firmware went in on Tuesday night')).toContainText('F1')
  await page.reload()
  await expect(row(page, 'Firmware went in on Tuesday night')).toContainText('F1')
})

test('a note that is refused comes back to its field, and one that is half written is there after a reload', async ({
  page,
}) => {
  await openSession(page)
  await page.route('**/facts', (route) => route.abort())
  await press(page, 'Add note')
  await page.keyboard.type('Half a thought')
  await page.reload()
  const field = known(page).getByRole('textbox', { name: 'Note' })
  await expect(field).toHaveValue('Half a thought')
  await field.press('Enter')
  await expect(page.getByText(/Your note was not kept/)).toBeVisible()
  await expect(field).toHaveValue('Half a thought')
  await expect(rows(page)).toHaveCount(0)
})

test('of two engineers who change a fact the later one sees both texts, and decides', async ({ page }) => {
  await openSession(page)
  const id = await addSilently(page, 'The switch shows errors')
  const colleague = await page.context().newPage()
  await colleague.goto(page.url())
  await press(page, 'Edit F1')
  await page.keyboard.type(' on port 3')
  await press(colleague, 'Edit F1')
  await known(colleague).getByRole('textbox').fill('The switch was replaced')
  await colleague.keyboard.press('Enter')
  await expect(rows(colleague)).toHaveText([/The switch was replaced/])
  await page.bringToFront()
  await known(page).getByRole('textbox').press('Enter')
  const versions = known(page).getByRole('region', { name: 'Two versions of F1' })
  await expect(versions).toContainText('The switch shows errors on port 3')
  await expect(versions).toContainText('The switch was replaced')
  await keepPicture(page, 'facts-conflict')
  await versions.getByRole('button', { name: 'Keep mine' }).click()
  await expect(rows(page)).toHaveText([/The switch shows errors on port 3/])
  await expect(rows(colleague)).toHaveText([/The switch shows errors on port 3/])

  await press(page, 'Edit F1')
  await page.keyboard.type(', since Monday')
  await asColleague(page, 'DELETE', `/${id}`)
  await expect(versions).toContainText('removed')
  await versions.getByRole('button', { name: 'Keep mine' }).click()
  await page.reload()
  await expect(rows(page)).toHaveText([/The switch shows errors on port 3, since Monday/])
})

test('eight facts fold themselves, the newest of one’s own stays in sight, and unfolded they stay unfolded', async ({
  page,
}) => {
  await openSession(page)
  for (let at = 1; at <= 7; at++) await addSilently(page, `Port ${at} shows errors`)
  await expect(rows(page)).toHaveCount(7)
  await addNote(page, 'Port 8 shows errors')
  await expect(rows(page)).toHaveCount(6)
  await keepPicture(page, 'facts-folded')
  await press(page, 'Show all 8')
  await expect(rows(page)).toHaveCount(8)
  await page.reload()
  await expect(rows(page)).toHaveCount(8)
})

test('a press on where a fact comes from goes to its answer, opened and with the focus', async ({ page }) => {
  await openSession(page)
  await keepWithoutAsking(page)
  const check = section(page, 'Diagnostic checks')
  await check.getByRole('button', { name: 'Record result' }).first().click()
  await check.getByRole('textbox').fill(`Reason Code: 22\n${'one more line\n'.repeat(20)}the last line`)
  await check.getByRole('button', { name: 'Save result' }).click()
  await expect(check.getByText('the last line')).toBeHidden()
  await known(page)
    .getByRole('button', { name: /the check that F1 comes from/ })
    .click()
  await expect(check.getByText('the last line')).toBeVisible()
  await expect(check.getByRole('listitem').first()).toBeFocused()
  await expect(check.getByRole('listitem').first()).toBeInViewport()
})

test('output of 100,000 characters is dropped into a check, what is over it is counted, and the model reads what the preview says', async ({
  page,
}) => {
  await openSession(page)
  const check = section(page, 'Diagnostic checks')
  const drop = async (words: string, times: number) =>
    await check
      .getByRole('listitem')
      .first()
      .getByRole('button', { name: /Record result|Save result/ })
      .dispatchEvent('drop', {
        dataTransfer: await page.evaluateHandle(
          ([text, count]) => {
            const dropped = new DataTransfer()
            dropped.items.add(new File([text.repeat(count)], 'nps.log'))
            return dropped
          },
          [words, times] as const,
        ),
      })
  await drop('Reason Code: 22\n', 60_000)
  await expect(check.getByText(/nps.log is too large/)).toBeVisible()
  await drop('Reason Code: 22\n', 6_250)
  await expect(check.getByRole('textbox')).toHaveValue(/^(Reason Code: 22\n){6250}$/)
  await drop('!', 5)
  await expect(check.getByText('100,006 characters are 6 too many')).toBeVisible()
  await expect(check.getByRole('button', { name: 'Save result' })).toBeDisabled()
  await keepPicture(page, 'output-too-long')
  await check.getByRole('textbox').press('Backspace')
  for (let more = 0; more < 5; more++) await check.getByRole('textbox').press('Backspace')
  await check.getByRole('button', { name: 'Save result' }).click()
  await expect(check.getByText('Show all 6250 lines')).toBeVisible()

  await answer(page, 'Only on the office network')
  await page.getByRole('textbox', { name: 'Message' }).fill('And the logs:')
  await page.getByRole('button', { name: 'Choose what is sent' }).click()
  await page.getByRole('button', { name: 'Show what the model will read' }).click()
  const preview = page.getByRole('region', { name: 'What the model will read' })
  await preview.getByRole('button', { name: /^Show all/ }).click()
  const promised = await preview.locator('div').first().textContent()
  await page.getByRole('button', { name: /^Send 2 of 2/ }).click()
  const said = page.getByRole('log', { name: 'Conversation' }).getByText(/And the logs:/)
  await said
    .locator('..')
    .getByRole('button', { name: /^Show all/ })
    .click()
  expect(await said.textContent()).toBe(promised)
})
