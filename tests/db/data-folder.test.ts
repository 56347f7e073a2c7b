import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openEmbedded } from '../../db/embedded.ts'
import { type Child, startChild, waitUntil } from '../harness/child-process.ts'
import { freePort } from '../harness/free-port.ts'
import { openBrowser, signUp } from '../harness/http.ts'
import { bareEnvironment, whenHealthy } from '../harness/processes.ts'
import { repository } from '../harness/repository.ts'
import { northbeam } from '../harness/world.ts'

const scratch = mkdtempSync(join(tmpdir(), 'flowpilot-data-folder-'))
const children: Child[] = []
afterAll(async () => {
  await Promise.all(children.map((child) => child.stop('SIGKILL')))
  rmSync(scratch, { recursive: true, force: true })
})

function start(data_dir: string, port: number) {
  const env = { ...bareEnvironment(), FLOWPILOT_DATA_DIR: data_dir, PORT: `${port}`, HOST: '127.0.0.1' }
  // Group and others may read what it writes, unless it sees to that itself.
  const child = startChild('/bin/sh', ['-c', 'umask 022; exec node_modules/.bin/bun api/server.ts'], {
    cwd: repository,
    env,
  })
  children.push(child)
  return child
}

/** What it answers as soon as it has the port. */
async function firstAnswer(child: Child, port: number): Promise<Response> {
  let answer: Response | undefined
  await waitUntil(child, async () => {
    answer ??= await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    return answer !== undefined
  })
  if (!answer) throw new Error('It was waited for')
  return answer
}

/** What it said before it ended. */
async function lastWords(child: Child) {
  await expect.poll(child.running, { timeout: 30_000 }).toBe(false)
  return child.output()
}

/** Whatever in this folder group or others may touch. */
function openToOthers(path: string): string[] {
  const { mode } = lstatSync(path)
  const within = lstatSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : []
  return [...(mode & 0o077 ? [`${(mode & 0o777).toString(8)} ${path}`] : []), ...within.flatMap(openToOthers)]
}

test('one process at a time has a data folder, from its start to its crash, and keeps what was written', async () => {
  const data_dir = join(scratch, 'twice')
  const port = await freePort()
  const first = start(data_dir, port)
  const early = await firstAnswer(first, port)
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '1'])
  expect(await early.json()).toMatchObject({ code: 'unavailable', detail: 'FlowPilot is starting.' })
  const { base_url } = await whenHealthy(first, `http://127.0.0.1:${port}`)
  const mara = await signUp(base_url, { name: northbeam.engineer, account_name: northbeam.account_name })
  const { body } = await mara.post<{ id: string }>('/ai-sessions', { title: 'VPN drops after MFA' })
  expect(openToOthers(data_dir)).toEqual([])

  const same_port = start(data_dir, port)
  const other_port = start(data_dir, await freePort())
  expect(await lastWords(same_port)).toMatch(`Port ${port} of 127.0.0.1 is taken`)
  const refused = await lastWords(other_port)
  for (const part of [`process ${first.pid}`, `since 2`, join(data_dir, 'database'), 'FLOWPILOT_DATA_DIR']) {
    expect(refused).toContain(part)
  }
  expect(refused.split('\n').filter((line) => line.trimStart().startsWith('at '))).toEqual([])
  await mara.post(`/ai-sessions/${body.id}/facts`, { text: 'The tunnel drops since Monday' })
  await first.stop('SIGKILL')

  // As a version before this one left it, and with a dead process in the holder's file that is somebody else's by now.
  for (const path of [data_dir, ...readdirSync(data_dir).map((name) => join(data_dir, name))]) chmodSync(path, 0o755)
  chmodSync(join(data_dir, 'database/PG_VERSION'), 0o666)
  writeFileSync(join(data_dir, 'database.holder'), JSON.stringify({ pid: process.pid, since: '', host: '' }))

  const ports = [await freePort(), await freePort()]
  const both = ports.map((each) => start(data_dir, each))
  await expect.poll(() => both.filter((child) => child.running()).length, { timeout: 30_000 }).toBe(1)
  const at = both.findIndex((child) => child.running())
  const [winner, loser] = at === 0 ? both : both.toReversed()
  if (!winner || !loser) throw new Error('Two were started')
  expect(loser.output()).toContain('is in use by another FlowPilot')
  const again = await whenHealthy(winner, `http://127.0.0.1:${ports[at]}`)
  const browser = openBrowser(again.base_url)
  expect((await browser.post('/auth/sign-in/email', { email: mara.email, password: mara.password })).status).toBe(200)
  const session = await browser.get<{ facts: { text: string }[] }>(`/ai-sessions/${body.id}`)
  expect(session.body.facts.map(({ text }) => text)).toEqual(['The tunnel drops since Monday'])
  expect(openToOthers(data_dir)).toEqual([])
  await winner.stop('SIGTERM')
  expect(existsSync(join(data_dir, 'database.holder'))).toBe(false)
}, 120_000)

test('a data folder that is a file, or in which nothing can be made, is refused in a sentence', async () => {
  const file = join(scratch, 'a-file')
  writeFileSync(file, 'not a folder')
  const [refused, unwritable] = [start(file, await freePort()), start('/proc/flowpilot', await freePort())]
  expect(await lastWords(refused)).toBe(`FLOWPILOT_DATA_DIR can't be ${file}: it is a file, and must be a folder.\n`)
  expect(await lastWords(unwritable)).toMatch(/^FLOWPILOT_DATA_DIR can't be \/proc\/flowpilot: [^\n]+\.\n$/)
})

test('what somebody else keeps in the same folder stays as open as it was', async () => {
  const shared = join(scratch, 'shared')
  const { prepareDataFolder } = await import('../../db/data-folder.ts')
  prepareDataFolder(shared)
  expect(lstatSync(shared).mode & 0o777).toBe(0o700)
  writeFileSync(join(shared, 'notes.txt'), 'mine')
  chmodSync(shared, 0o755)
  chmodSync(join(shared, 'notes.txt'), 0o644)
  writeFileSync(join(shared, 'secret'), 'a secret', { mode: 0o644 })
  prepareDataFolder(shared)
  expect(openToOthers(shared)).toEqual([`755 ${shared}`, `644 ${join(shared, 'notes.txt')}`])
})

test('a first start that was interrupted leaves nothing that the next one stumbles over', async () => {
  const folder = join(scratch, 'interrupted')
  mkdirSync(join(folder, 'base'), { recursive: true })
  writeFileSync(join(folder, 'PG_VERSION'), '18\n')
  await expect(openEmbedded(folder)).rejects.toThrow(`The embedded database in ${folder} can't be opened`)
  writeFileSync(`${folder}.first-start`, '')
  const whole = await openEmbedded(folder)
  expect(existsSync(`${folder}.first-start`)).toBe(false)
  await expect(openEmbedded(folder)).rejects.toThrow(`in use by another FlowPilot: process ${process.pid}`)
  await whole.close()
}, 90_000)
