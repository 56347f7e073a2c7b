import { expect, type Page } from '@playwright/test'
import { keepPicture } from './browser.ts'
import { type ConnectedServer, test } from './connected-server.ts'
import { addSilently } from './facts.ts'
import { faultsOf, note, openNote, overflowOf, pack, setTheme } from './fixes.ts'
import { card, enterConnected, header, openLinked, postButton, press } from './posting.ts'

/** A ticket of Acme Dental, and a session linked to it whose note is open. */
async function openCase(page: Page, connected: ConnectedServer) {
  await enterConnected(page, connected)
  const { id } = await connected.connectwise.ticket({ summary: 'VPN drops after MFA prompt', company: 'Acme Dental' })
  await openLinked(page, connected.base_url, `${id}`)
  await openNote(page).click()
  await expect(postButton(page)).toBeEnabled()
  return id
}

/** What came over the API. */
const posted = async ({ connectwise }: ConnectedServer, id: number) =>
  (await connectwise.notesOf(id)).filter(({ text }) => /FP-[0-9A-Z]+/.test(text))
const statusOf = async ({ connectwise }: ConnectedServer, id: number) => (await connectwise.ticketOf(id))?.status.name

/** Light and dark, wide and narrow: what axe faults, and whether it fits. */
async function look(page: Page, name: string) {
  for (const [theme, width] of [
    ['dark', 1440],
    ['light', 1440],
    ['dark', 320],
    ['light', 320],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await setTheme(page, theme)
    expect(await faultsOf(page), `${name} ${theme} ${width}`).toEqual([])
    expect(await overflowOf(page), `${name} at ${width}`).toBeLessThanOrEqual(0)
    await keepPicture(page, `${name}-${theme}-${width}`)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await setTheme(page, 'dark')
}

test('a double click posts one note, and the status is seen to stay before it is called done', async ({
  page,
  connected,
}) => {
  const id = await openCase(page, connected)
  await expect(postButton(page)).toHaveText(`Post to CW #${id} · Acme Dental`)
  await expect(note(page)).toContainText('Resolution tab: the customer may read it.')
  await press(page, 'As posted')
  const exactly = await note(page).locator('pre').textContent()
  await postButton(page).dblclick()
  await expect(card(page, `Posting to CW #${id}`)).toContainText('Checking that the status is Resolved…')
  await expect(card(page, `Posting to CW #${id}`)).toBeFocused()
  await keepPicture(page, 'cw-progress')
  await expect(header(page)).toContainText('Resolved')
  await expect(page.getByText(`Resolved. The note is on CW #${id}, posted just now.`)).toBeVisible()
  expect(await posted(connected, id)).toMatchObject([
    { text: exactly, resolutionFlag: true, detailDescriptionFlag: false, internalAnalysisFlag: false },
  ])
  expect(await statusOf(connected, id)).toBe('Resolved')
})

test('an escalation is internal only', async ({ page, connected }) => {
  const id = await openCase(page, connected)
  await press(page, 'Cancel')
  await press(page, 'Escalate')
  await expect(pack(page)).toContainText('Internal: no customer reads it.')
  await postButton(page).click()
  await expect(header(page)).toContainText('Escalated')
  expect(await posted(connected, id)).toMatchObject([
    { internalAnalysisFlag: true, resolutionFlag: false, detailDescriptionFlag: false, externalFlag: false },
  ])
  expect(await statusOf(connected, id)).toBe('Escalated to L2')
})

test.describe('a status that a workflow moves back', () => {
  async function openUndone(page: Page, connected: ConnectedServer) {
    const id = await openCase(page, connected)
    const at = `PATCH /service/tickets/${id}`
    await connected.connectwise.fault({ at, kind: 'status_undone', to: 'In Progress' })
    await postButton(page).click()
    const stopped = card(page, 'The ticket is still “In Progress”')
    await expect(stopped).toBeVisible({ timeout: 20_000 })
    return { id, stopped, at }
  }

  test('is an error with three ways on, to whoever opens the session; checking again finds what is there', async ({
    page,
    connected,
  }) => {
    const { id, stopped } = await openUndone(page, connected)
    await expect(stopped).toBeFocused()
    await expect(stopped).toContainText('ConnectWise did not keep the status “Resolved”. Nothing was posted twice.')
    await expect(stopped.getByRole('button')).toHaveText(['Check again', 'Try status again', 'Resolve here only'])
    await look(page, 'cw-undone')
    await page.reload()
    await expect(stopped).toBeVisible()
    await expect(stopped.getByRole('button')).toHaveText(['Check again', 'Try status again', 'Resolve here only'])
    await look(page, 'cw-undone-banner')
    await connected.connectwise.move(id, 'Resolved')
    await press(page, 'Check again')
    await expect(header(page)).toContainText('Resolved')
    expect(await posted(connected, id)).toHaveLength(1)
  })

  test('is set again, and holds', async ({ page, connected }) => {
    const { id } = await openUndone(page, connected)
    await press(page, 'Try status again')
    await expect(card(page, `Posting to CW #${id}`)).toContainText('the status')
    await expect(header(page)).toContainText('Resolved')
    expect(await statusOf(connected, id)).toBe('Resolved')
    expect(await posted(connected, id)).toHaveLength(1)
  })

  test('is undone again, and then left alone: the session is resolved here only', async ({ page, connected }) => {
    const { id, stopped, at } = await openUndone(page, connected)
    await connected.connectwise.fault({ at, kind: 'status_undone', to: 'In Progress' })
    await press(page, 'Try status again')
    await expect(card(page, `Posting to CW #${id}`)).toBeVisible()
    await expect(stopped).toBeVisible({ timeout: 20_000 })
    await press(page, 'Resolve here only')
    await expect(
      page.getByText(/^Resolved here only\. The note is on .*Its status is In Progress\./).last(),
    ).toBeVisible()
    await keepPicture(page, 'cw-kept-local')
    expect(await statusOf(connected, id)).toBe('In Progress')
    expect(await posted(connected, id)).toHaveLength(1)
  })
})

test('a ticket that moved stops the note with what changed; accepted, it is posted once', async ({
  page,
  connected,
}) => {
  const id = await openCase(page, connected)
  await connected.connectwise.note(id, { text: 'It happens at home now, too.', detailDescriptionFlag: true })
  await connected.connectwise.giveTo(id, 'Harbor Legal')
  await postButton(page).click()
  const moved = card(page, 'The ticket has changed')
  await expect(moved).toContainText('Nothing was posted.')
  await expect(moved.getByRole('insertion')).toHaveText([`Now: Harbor Legal (#${id})`, 'It happens at home now, too.'])
  await look(page, 'cw-moved')
  expect(await posted(connected, id)).toEqual([])
  await press(page, 'Look again')
  await expect(moved).toBeHidden()
  await expect(postButton(page)).toHaveText(`Post to CW #${id} · Harbor Legal`)
  await connected.connectwise.note(id, { text: 'And on the phone.', detailDescriptionFlag: true })
  await expect(note(page).getByText(/Writing/)).toBeHidden()
  await postButton(page).click()
  await press(page, 'Post anyway')
  await expect(header(page)).toContainText('Resolved')
  expect(await posted(connected, id)).toHaveLength(1)
})

test('whoever has the session open sees how far it is, and its end', async ({ page, connected }) => {
  const id = await openCase(page, connected)
  const elsewhere = await page.context().newPage()
  await elsewhere.goto(page.url())
  await expect(openNote(elsewhere)).toBeVisible()
  await elsewhere.getByRole('textbox', { name: 'Message' }).fill('Still typing')
  await page.bringToFront()
  await postButton(page).click()
  await elsewhere.bringToFront()
  await expect(card(elsewhere, `Posting to CW #${id}`)).toContainText('Note posted')
  await expect(header(elsewhere)).toContainText('Resolved')
  await expect(elsewhere.getByText(`The note is on CW #${id}`)).toBeVisible()
  await expect(card(elsewhere, `Posting to CW #${id}`)).toBeHidden()
})

test('a reload in the middle shows how far it is, and its end', async ({ page, connected }) => {
  const id = await openCase(page, connected)
  await postButton(page).click()
  await expect(card(page, `Posting to CW #${id}`)).toContainText('Checking that the status is Resolved…')
  await page.reload()
  await expect(card(page, `Posting to CW #${id}`)).toContainText('Note posted')
  await keepPicture(page, 'cw-reloaded')
  await expect(header(page)).toContainText('Resolved')
  await expect(card(page, `Posting to CW #${id}`)).toBeHidden()
  expect(await posted(connected, id)).toHaveLength(1)
})

test('the popover closed in the middle, it goes on under the header', async ({ page, connected }) => {
  const id = await openCase(page, connected)
  await connected.connectwise.fault({ at: `PATCH /service/tickets/${id}`, kind: 'status_undone' })
  await postButton(page).click()
  await expect(card(page, `Posting to CW #${id}`)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(note(page)).toBeHidden()
  await expect(card(page, `Posting to CW #${id}`)).toBeVisible()
  await expect(card(page, 'The ticket is still “New”')).toBeVisible({ timeout: 20_000 })
})

test('a note that ConnectWise refuses is not there; tried again, it is there once', async ({ page, connected }) => {
  const id = await openCase(page, connected)
  await connected.connectwise.fault({ at: `POST /service/tickets/${id}/notes`, kind: '409' })
  await postButton(page).click()
  const refused = card(page, `The note was not posted to CW #${id}`)
  await expect(refused).toContainText('Nothing is on the ticket')
  await expect(refused.getByRole('button')).toHaveText(['Try again', 'Resolve here only'])
  await keepPicture(page, 'cw-refused')
  await press(page, 'Close')
  await expect(refused.getByRole('button')).toHaveText(['Open the note', 'Resolve here only'])
  await press(page, 'Open the note')
  await press(page, 'Try again')
  await expect(header(page)).toContainText('Resolved')
  expect(await posted(connected, id)).toHaveLength(1)
})

test('where it is not known whether the note arrived, it is looked for and not posted twice', async ({
  page,
  connected,
}) => {
  test.setTimeout(120_000)
  const id = await openCase(page, connected)
  await connected.connectwise.fault({ at: `POST /service/tickets/${id}/notes`, kind: 'drop_before' })
  await postButton(page).click()
  const unknown = card(page, `It is not known whether the note is on CW #${id}`)
  await expect(unknown).toContainText('posted twice', { timeout: 20_000 })
  await expect(unknown.getByRole('button')).toHaveText(['Try again', 'Check again', 'Resolve here only'])
  await look(page, 'cw-unknown')
  await press(page, 'Check again')
  await expect(card(page, `Checking CW #${id}`)).toContainText('Looking for the note')
  await expect(unknown).toContainText('The note is not on the ticket.', { timeout: 20_000 })
  await press(page, 'Try again')
  await expect(header(page)).toContainText('Resolved', { timeout: 60_000 })
  expect(await posted(connected, id)).toHaveLength(1)
})

test('an answer that is lost is asked for before anything else', async ({ page, connected }) => {
  const id = await openCase(page, connected)
  await page.route('**/resolution-note/post', (route) => route.abort(), { times: 1 })
  await postButton(page).click()
  const lost = card(page, 'No answer came')
  await expect(lost).toContainText('As far as FlowPilot knows nothing is on its way')
  await keepPicture(page, 'cw-lost')
  const keys: (string | undefined)[] = []
  await page.route('**/resolution-note/post', async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    await route.fetch({ timeout: 30_000 })
    await route.abort()
  })
  await press(page, 'Try again')
  await expect(header(page)).toContainText('Resolved')
  await expect(note(page)).toBeHidden()
  expect(keys).toHaveLength(1)
  expect(await posted(connected, id)).toHaveLength(1)
})

test('a note whose evidence changed is posted as it stands only where the engineer says so', async ({
  page,
  connected,
}) => {
  const id = await openCase(page, connected)
  await page.route('**/preview', (route) => route.abort())
  await addSilently(page, 'The guest range is not affected')
  await expect(note(page).getByRole('alert')).toContainText('not written')
  await postButton(page).click()
  const stale = card(page, 'The session has changed')
  await expect(stale).toContainText('Nothing was posted.')
  await keepPicture(page, 'cw-stale')
  await page.unroute('**/preview')
  await press(page, 'Refresh')
  await expect(note(page).getByRole('listitem').last()).toContainText('The guest range')
  await expect(stale).toBeHidden()
  await postButton(page).click()
  await expect(header(page)).toContainText('Resolved')
  const [only, ...more] = await posted(connected, id)
  expect(more).toEqual([])
  expect(only?.text).toContain('The guest range is not affected')
})

test('a status that is no longer the board’s is said at its field', async ({ page, connected }) => {
  await openCase(page, connected)
  await page.route('**/resolution-note/post', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      json: {
        status: 422,
        code: 'invalid',
        detail: 'ticket_status_id: is no status of the ticket’s board.',
        errors: [{ path: 'ticket_status_id', message: 'is no status of the ticket’s board' }],
      },
    }),
  )
  await postButton(page).click()
  const picker = note(page).getByLabel('Status of the ticket afterwards')
  await expect(picker).toHaveAttribute('aria-invalid', 'true')
  await expect(picker).toHaveAccessibleDescription('It is no status of the ticket’s board.')
  await keepPicture(page, 'cw-field')
})
