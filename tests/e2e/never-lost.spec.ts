import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { enter, keepPicture, say, section } from './browser.ts'
import { type OwnServer, test } from './own-server.ts'

const WITHIN_A_SECOND = { timeout: 1_000 }

/** A problem of its own for each test: the model is told by its words which reply is meant. */
const newProblem = () => `VPN drops after MFA, case ${randomUUID().slice(0, 8)}`
/** Plain words between the numbers: what may be a long secret is held back until words follow it. */
const steps = (count: number) => Array.from({ length: count }, (_, at) => `step${at + 1} of the way `)
const whole = (pieces: string[]) => pieces.join('').trim()
const questions = (...texts: string[]) => `[QUESTIONS]${JSON.stringify(texts.map((text) => ({ text })))}[/QUESTIONS]`

const conversation = (page: Page) => page.getByRole('log', { name: 'Conversation' })
const replies = (page: Page) => conversation(page).getByRole('article', { name: 'FlowPilot' })
const said = (page: Page, words: string) => conversation(page).getByText(words, { exact: true })
const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' })
const trouble = (page: Page) => page.getByText(/You are offline|FlowPilot does not answer/)

/** Opens a session in which a reply to this problem has begun. */
async function beginReply(page: Page, own: OwnServer, problem: string, pieces: string[], delay_ms: number) {
  own.model.replyTo(problem, { text: pieces, delay_ms })
  await enter(page, '/pilot')
  await say(page, problem)
  await expect(replies(page)).toContainText('step3')
}

/** Opens a session with one open question. */
async function openSession(page: Page, own: OwnServer) {
  const problem = newProblem()
  own.model.replyTo(problem, { text: `Two things.\n\n${questions('Since when?', 'Who else?')}` })
  await enter(page, '/pilot')
  await say(page, problem)
  await expect(section(page, 'Questions').getByText('2 of 2 open')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Stop' })).toBeHidden()
  return problem
}

async function otherTab(page: Page) {
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(conversation(other)).toBeVisible()
  return other
}

async function expectWholeOnce(page: Page, problem: string, pieces: string[]) {
  await expect(replies(page)).toHaveText(whole(pieces))
  await expect(replies(page)).toHaveCount(1)
  await expect(said(page, problem)).toHaveCount(1)
}

test('a reply goes on through reloads, and is there once and whole', async ({ page, own }) => {
  const [problem, pieces] = [newProblem(), steps(40)]
  await beginReply(page, own, problem, pieces, 100)
  await page.reload()
  await expect(replies(page)).toContainText('step12')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  await expectWholeOnce(page, problem, pieces)
  await expect(page.getByRole('button', { name: 'Stop' })).toBeHidden()
  await page.reload()
  await expectWholeOnce(page, problem, pieces)
  expect(own.model.requests(problem)).toHaveLength(1)
})

test('what one tab does, another of the same session shows within a second', async ({ page, own }) => {
  await openSession(page, own)
  const other = await otherTab(page)
  await expect(section(other, 'Questions').getByText('2 of 2 open')).toBeVisible()

  await section(page, 'Questions').getByRole('textbox').first().fill('Since the firmware update')
  await section(page, 'Questions').getByRole('button', { name: 'Answer' }).first().click()
  await expect(section(other, 'Questions').getByText('1 of 2 open')).toBeVisible(WITHIN_A_SECOND)
  await expect(section(other, 'Questions').getByText('Since the firmware update')).toBeVisible()

  await page.getByRole('button', { name: 'Rename this session' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Office VPN at Acme Dental')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByRole('heading', { name: 'Office VPN at Acme Dental' })).toBeVisible(WITHIN_A_SECOND)
  await expect(other.getByRole('link', { name: 'Office VPN at Acme Dental' })).toBeVisible(WITHIN_A_SECOND)

  const [next, pieces] = [newProblem(), steps(30)]
  own.model.replyTo(next, { text: pieces, delay_ms: 100 })
  await say(page, next)
  await expect(said(other, next)).toBeVisible(WITHIN_A_SECOND)
  await expect(replies(page).last()).toContainText('step3')
  await expect(replies(other).last()).toContainText('step3', WITHIN_A_SECOND)

  // While both follow the reply, the one still hears of the other.
  await section(other, 'Questions').getByRole('button', { name: 'Skip' }).first().click()
  await expect(section(page, 'Questions').getByText('2 done')).toBeVisible(WITHIN_A_SECOND)
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()

  for (const tab of [page, other]) await expect(replies(tab).last()).toHaveText(whole(pieces))
  await expect(replies(other)).toHaveCount(2)
})

test('a line that is cut in mid-reply is said to be, and leaves nothing out and nothing double', async ({
  page,
  context,
  own,
}) => {
  const [problem, pieces] = [newProblem(), steps(40)]
  await beginReply(page, own, problem, pieces, 100)
  await context.setOffline(true)
  await expect(trouble(page)).toBeVisible()
  await composer(page).fill('typed meanwhile')
  await keepPicture(page, 'never-lost-offline')
  await context.setOffline(false)
  await expect(trouble(page)).toBeHidden()
  await expectWholeOnce(page, problem, pieces)
  await expect(composer(page)).toHaveValue('typed meanwhile')
})

test('a server that is killed in mid-reply loses nothing that was said, and the reply goes on afterwards', async ({
  page,
  own,
}) => {
  const [problem, pieces] = [newProblem(), steps(200)]
  await beginReply(page, own, problem, pieces, 100)
  await own.kill()
  await expect(trouble(page)).toBeVisible()
  await keepPicture(page, 'never-lost-killed')
  await own.restart()
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible({ timeout: 5_000 })
  await expect(trouble(page)).toBeHidden()
  await expect(said(page, problem)).toHaveCount(1)
  await expect(replies(page)).toContainText(whole(steps(3)))
  await expect(replies(page)).toContainText('The reply was cut off')
  await keepPicture(page, 'never-lost-interrupted')
  const kept = await replies(page).locator('p').first().textContent()

  await page.reload()
  await expect(replies(page).locator('p').first()).toHaveText(String(kept))
  own.model.replyTo('Your last reply was cut off', { text: steps(3).map((step) => `more${step}`), delay_ms: 50 })
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(replies(page)).toHaveCount(2)
  await expect(replies(page).last()).toHaveText(whole(steps(3).map((step) => `more${step}`)))
  await expect(page.getByRole('button', { name: 'Continue' })).toBeHidden()
  await expect(said(page, problem)).toHaveCount(1)
  await keepPicture(page, 'never-lost-continued')
})

test('a second press of Send, or of the keys, sends nothing twice', async ({ page, own }) => {
  await openSession(page, own)
  for (const press of [
    async () => page.getByRole('button', { name: 'Send', exact: true }).dblclick(),
    async () => {
      await composer(page).press('ControlOrMeta+Enter')
      await composer(page).press('ControlOrMeta+Enter')
    },
  ]) {
    const words = newProblem()
    own.model.replyTo(words, { text: 'Noted.' }, { text: 'Noted twice.' })
    await composer(page).fill(words)
    await press()
    await expect(replies(page).last()).toHaveText('Noted.')
    await page.reload()
    await expect(said(page, words)).toHaveCount(1)
    expect(own.model.requests(words)).toHaveLength(1)
  }
})

test('a message that cannot be sent is given back, and is sent once when it is sent again', async ({ page, own }) => {
  await openSession(page, own)
  const words = newProblem()
  own.model.replyTo(words, { text: 'Noted.' })
  await own.kill()
  await say(page, words)
  await expect(said(page, words)).toBeVisible()
  await expect(page.getByRole('alert').getByText(/^Not sent/)).toBeVisible()
  await expect(composer(page)).toHaveValue(words)
  await keepPicture(page, 'never-lost-not-sent')
  await own.restart()
  await expect(trouble(page)).toBeHidden()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(replies(page).last()).toHaveText('Noted.')
  await expect(said(page, words)).toHaveCount(1)
})

test('an answer that cannot be kept stays in its field, and is kept when it is saved again', async ({
  page,
  context,
  own,
}) => {
  await openSession(page, own)
  const questionsOf = section(page, 'Questions')
  await context.setOffline(true)
  await questionsOf.getByRole('textbox').first().fill('Since Monday')
  await questionsOf.getByRole('button', { name: 'Answer' }).first().click()
  await expect(page.getByText(/^Your answer was not kept/)).toBeVisible()
  await expect(questionsOf.getByText('2 of 2 open')).toBeVisible()
  await expect(questionsOf.getByRole('textbox').first()).toHaveValue('Since Monday')
  await keepPicture(page, 'never-lost-answer')
  await context.setOffline(false)
  await questionsOf.getByRole('button', { name: 'Answer' }).first().click()
  await expect(questionsOf.getByText('1 of 2 open')).toBeVisible()
  await page.reload()
  await expect(questionsOf.getByText('Since Monday')).toBeVisible()
})

test('a title that cannot be kept is the old one again, and is kept when it is tried again', async ({
  page,
  context,
  own,
}) => {
  const problem = await openSession(page, own)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Rename this session' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Office VPN')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/^The title is unchanged/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(problem)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Office VPN')
})

test('what is typed for a question stays when another tab answers it first, and says so', async ({ page, own }) => {
  await openSession(page, own)
  const other = await otherTab(page)
  const field = section(page, 'Questions').getByRole('textbox').first()
  await field.fill('Since Mon')
  await section(other, 'Questions').getByRole('textbox').first().fill('Since Tuesday')
  await section(other, 'Questions').getByRole('button', { name: 'Answer' }).first().click()
  await expect(section(page, 'Questions').getByText('It was answered meanwhile')).toBeVisible(WITHIN_A_SECOND)
  await expect(field).toHaveValue('Since Mon')
  await expect(field).toBeFocused()
  await keepPicture(page, 'never-lost-meanwhile')
  await field.pressSequentially('day')
  await field.press('ControlOrMeta+Enter')
  await expect(section(other, 'Questions').getByText('Since Monday')).toBeVisible(WITHIN_A_SECOND)
})

test('a reader who has scrolled up stays where he reads, through a reload too, until he jumps to the latest', async ({
  page,
  own,
}) => {
  const [problem, pieces] = [newProblem(), steps(60).map((step) => `${step.trim()}\n\n`)]
  await beginReply(page, own, problem, pieces, 60)
  await expect(replies(page)).toContainText('step35')
  await conversation(page).hover()
  await page.mouse.wheel(0, -300)
  const jump = page.getByRole('button', { name: 'Jump to latest' })
  await expect(jump).toBeVisible()
  const top = () => conversation(page).evaluate((box) => box.scrollTop)
  const reading_at = await top()
  await expect(replies(page)).toContainText('step45')
  expect(await top()).toBe(reading_at)
  await keepPicture(page, 'never-lost-scrolled')
  await page.reload()
  await expect(replies(page)).toContainText('step60')
  await expect(page.getByRole('button', { name: 'Stop' })).toBeHidden()
  expect(await top()).toBe(reading_at)
  await jump.click()
  await expect(jump).toBeHidden()
  await expect(replies(page).getByText('step60')).toBeInViewport()
})

test('on another machine a reply that was stopped says so, and goes on', async ({ page, own }) => {
  const [problem, pieces] = [newProblem(), steps(60)]
  await beginReply(page, own, problem, pieces, 100)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible()
  await keepPicture(page, 'never-lost-stopped')
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(page.getByRole('heading', { name: 'You stopped this reply' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  own.model.reply({ text: 'And so it goes on.' })
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(replies(page).getByText('And so it goes on.')).toBeVisible()
})

test('a reply that failed for good says why after a reload too, and offers no second try', async ({ page, own }) => {
  const problem = newProblem()
  own.model.replyTo(problem, { error: { status: 400, type: 'invalid_request_error' } })
  await enter(page, '/pilot')
  await say(page, problem)
  await expect(page.getByRole('heading', { name: 'There is no reply' })).toBeVisible()
  const why = await page.getByText(/^Your message is saved\./).textContent()
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(page.getByText(why ?? '')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden()
})
