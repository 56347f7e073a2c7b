import { afterAll, beforeAll, expect, test } from 'vitest'
import { settingsSchema } from '../../../api/account-settings/schemas.ts'
import { getSetting } from '../../../api/account-settings/settings.ts'
import { inAccount } from '../../../db/in-account.ts'
import { idsOf, type Person, signUpColleague, signUpDario, signUpMara } from '../people.ts'
import { expectProblem, pathsOf } from '../problems.ts'
import { startProduct } from '../product.ts'
import { expectShape } from '../shapes.ts'

type Settings = { preferences: Record<string, unknown> }

const product = await startProduct()
afterAll(product.close)

const defaults = { templatize_prompt_enabled: true, resolution_note_in_discussion: false, retention_days: null }

let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

const change = (preferences: unknown, who = mara) => who.patch<Settings>('/account/settings', { preferences })
const read = async (who = mara) => (await who.get<Settings>('/account/settings')).body.preferences

test('an account has the defaults until it chooses otherwise', async () => {
  const { status, body } = await mara.get('/account/settings')
  expect(status).toBe(200)
  expect(expectShape(settingsSchema, body).preferences).toEqual(defaults)
})

test('a change is merged key by key, and null takes a key back', async () => {
  const { status, body } = await change({ templatize_prompt_enabled: false })
  expect(status).toBe(200)
  expect(body.preferences).toEqual({ ...defaults, templatize_prompt_enabled: false })
  await change({ resolution_note_in_discussion: true, landing_page: 'dashboard', lanes: 2 })
  await change({ templatize_prompt_enabled: null, lanes: null })
  expect(await read()).toEqual({ ...defaults, resolution_note_in_discussion: true, landing_page: 'dashboard' })
})

test('of changes at once all are kept', async () => {
  const keys = Array.from({ length: 10 }, (_, at) => `at_once_${at}`)
  await Promise.all(keys.map((key) => change({ [key]: true })))
  expect(await read()).toMatchObject(Object.fromEntries(keys.map((key) => [key, true])))
  await change(Object.fromEntries(keys.map((key) => [key, null])))
})

test('the product reads a setting as the account chose it, and else at its default', async () => {
  const { account_id } = await idsOf(mara)
  const settingOf = (key: keyof typeof defaults) =>
    inAccount(product.deps.database, { account_id }, (tx) => getSetting(tx, account_id, key))
  expect(await settingOf('resolution_note_in_discussion')).toBe(true)
  expect(await settingOf('templatize_prompt_enabled')).toBe(true)
  await change({ templatize_prompt_enabled: false })
  expect(await settingOf('templatize_prompt_enabled')).toBe(false)
})

test.each([
  [{}, 'preferences'],
  [{ templatize_prompt_enabled: 'yes' }, 'preferences.templatize_prompt_enabled'],
  [{ 'Landing page': true }, 'preferences.Landing page'],
  [{ ['x'.repeat(65)]: true }, `preferences.${'x'.repeat(65)}`],
  [{ landing_page: { path: '/' } }, 'preferences.landing_page'],
  [{ landing_page: ['/'] }, 'preferences.landing_page'],
  [{ landing_page: 'x'.repeat(1001) }, 'preferences.landing_page'],
])('what is no setting is refused: %#', async (preferences, path) => {
  const before = await read()
  expect(pathsOf(expectProblem(await change(preferences), 422, 'invalid'))).toContain(path)
  expect(await read()).toEqual(before)
})

test('an account keeps at most fifty', async () => {
  const before = await read()
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`many_${at}`, at]))
  expectProblem(await change(many), 422, 'invalid')
  expect(await read()).toEqual(before)
})

test('an engineer reads them and changes none; another account has its own', async () => {
  const engineer = await signUpColleague(product, mara, 'engineer')
  expect(await read(engineer)).toEqual(await read())
  expectProblem(await change({ templatize_prompt_enabled: true }, engineer), 403, 'forbidden')
  expect(await read(await signUpDario(product))).toEqual(defaults)
})

test('who changed which is told', async () => {
  const admin = await signUpColleague(product, mara, 'admin')
  await change({ landing_page: 'sessions' }, admin)
  const { body } = await mara.get<{ items: object[] }>('/audit-events?limit=1')
  expect(body.items).toMatchObject([
    { action: 'account_settings.changed', user: { name: 'Lee Park (admin)' }, detail: { keys: ['landing_page'] } },
  ])
})
