import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { ScriptedModel } from '../harness/scripted-model.ts'
import { vpn_problem } from '../harness/world.ts'
import { enter, say, section } from './browser.ts'
import { addSilently, rows } from './facts.ts'

/** What the session with a fix knows: F1 to F4. */
export const known_facts = [
  'Only laptops on the 10.20.0.0/22 office range are affected',
  'Drop happens 40–60 s after the MFA approval',
  'NPS logs reason code 22: the client could not be authenticated (EAP type)',
  'Firewall firmware was updated on Tuesday night',
]
export const fix_title = 'Re-enable PEAP-MSCHAPv2 on the office VPN policy'
export const fix = {
  title: fix_title,
  description: 'The firmware update reset the policy to EAP-TLS only; the office laptops sign in with PEAP.',
  confidence: 82,
  facts: [1, 3, 4],
  script: { language: 'powershell', body: 'Set-NpsVpnPolicy -Name "Office VPN" -AuthenticationType PEAP' },
}
export const fixReply = (block: object = fix, words = 'The policy is the likely cause.') => ({
  text: `${words}\n\n[SUGGEST_FIX]${JSON.stringify(block)}[/SUGGEST_FIX]`,
})

type Sentence = { text: string; cites: string[] }
/** A draft of the resolution note as the model would answer it. */
export const noteReply = (
  sections: { problem?: Sentence[]; root_cause?: Sentence[]; resolution?: Sentence[] } = {},
) => ({
  text: JSON.stringify({
    problem: [{ text: 'Office laptops lose the VPN after the MFA approval.', cites: ['F1', 'F2'] }],
    root_cause: [
      {
        text: 'The client could not be authenticated since the firewall firmware was updated on Tuesday night.',
        cites: ['F3', 'F4'],
      },
    ],
    resolution: [{ text: 'PEAP-MSCHAPv2 was re-enabled on the office VPN policy.', cites: ['FIX'] }],
    ...sections,
  }),
})

export const fixCard = (page: Page) => section(page, 'Suggested fix')
export const pressFix = (page: Page, name: string) => fixCard(page).getByRole('button', { name, exact: true }).click()
export const note = (page: Page) => page.getByRole('dialog', { name: 'Resolution note' })
export const pack = (page: Page) => page.getByRole('dialog', { name: 'Escalation package' })
export const question = (page: Page) => page.getByRole('dialog', { name: 'How did the fix go?' })

/** A session that knows four facts and has a fix; the model answers what it is then asked from `model`. Its token is the answer. */
export async function openWithFix(page: Page, model: ScriptedModel, block: object = fix): Promise<string> {
  const token = `${vpn_problem}, case ${randomUUID().slice(0, 8)}`
  model.replyTo(token, fixReply(block))
  await enter(page, '/pilot')
  await say(page, token)
  await expect(fixCard(page)).toContainText(fix_title)
  for (const text of known_facts) await addSilently(page, text)
  await expect(rows(page)).toHaveCount(known_facts.length)
  return token
}

/** As the API of the open session, past its page. */
export async function callSession(page: Page, method: 'GET' | 'POST', path: string, data?: object) {
  const { origin, pathname } = new URL(page.url())
  const url = `${origin}/api/v1/ai-sessions/${pathname.split('/').at(-1)}${path}`
  const response = await page.request.fetch(url, { method, headers: { origin }, data })
  expect(response.ok(), await response.text()).toBe(true)
  return await response.json()
}

/** Opens the resolution note from the header. */
export const openNote = (page: Page) =>
  page.locator('main > header').getByRole('button', { name: 'Resolve', exact: true })

/** A session whose fix worked, so that a note may say what was done; the model drafts it once. */
export async function openSolved(page: Page, model: ScriptedModel) {
  const token = await openWithFix(page, model)
  const { items } = await callSession(page, 'GET', '/suggested-fixes')
  await callSession(page, 'POST', `/suggested-fixes/${items[0].id}/outcome`, { outcome: 'worked' })
  await expect(fixCard(page)).toContainText('Worked')
  model.replyTo(token, noteReply())
  return token
}

/** What axe faults on the page, one line for each rule. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

export const setTheme = (page: Page, theme: 'light' | 'dark') =>
  page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)

export const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
