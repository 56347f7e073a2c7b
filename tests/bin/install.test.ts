import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { repository } from '../harness/repository.ts'

const version = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).dependencies.bun
const folder = mkdtempSync(join(tmpdir(), 'flowpilot-install-'))
afterAll(() => rmSync(folder, { recursive: true }))

function executable(path: string, ...lines: string[]) {
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'))
  chmodSync(path, 0o755)
}

// npm that brings a Bun; Bun that says its version, and in place of installing puts itself where it belongs.
const tools = join(folder, 'tools')
mkdirSync(tools)
executable(
  join(tools, 'bun'),
  `[ "$1" = --version ] && echo ${version} && exit`,
  'echo "bun $* with scripts off: $npm_config_ignore_scripts"',
  `mkdir -p node_modules/.bin && cp ${tools}/bun node_modules/.bin/bun`,
)
executable(
  join(tools, 'npm'),
  'echo "npm $*"',
  `mkdir -p "$3/node_modules/.bin"`,
  `cp ${tools}/bun "$3/node_modules/.bin/bun"`,
)

/** A clone of this name with the files that an installation reads. */
function cloneAt(name: string) {
  const clone = join(folder, name)
  for (const path of ['bin', 'package.json', 'bunfig.toml', 'bun.lockb']) {
    cpSync(join(repository, path), join(clone, path), { recursive: true })
  }
  const left = (path: string, text = '') => {
    mkdirSync(join(clone, path, '..'), { recursive: true })
    writeFileSync(join(clone, path), text)
  }
  return { left, has: (path: string) => existsSync(join(clone, path)), install: () => install(clone) }
}

function install(clone: string) {
  const script = `import('./bin/install.mjs').then((m) => m.ensureInstalled('running')).catch((e) => { console.log(e.message); process.exitCode = 1 })`
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: clone,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${tools}:/usr/bin:/bin`, npm_config_ignore_scripts: 'true' },
  })
  return { said: stdout, status }
}

test('a machine without Bun gets it from npm, with the script that unpacks it, and is installed once', () => {
  const clone = cloneAt('fresh')
  const first = clone.install()
  expect(first.said).toContain(`--ignore-scripts=false`)
  expect(first.said).toContain(`bun@${version}`)
  expect(first.said).toContain('bun install --frozen-lockfile --production with scripts off: false')
  expect(first.status).toBe(0)
  expect(clone.has('node_modules/.flowpilot-bun')).toBe(false)
  expect(clone.install()).toEqual({ said: '', status: 0 })
})

test('what an installation that was cut left half unpacked is thrown away, and Bun fetched anew', () => {
  const clone = cloneAt('cut')
  clone.left('node_modules/hono/package.json', '{}')
  clone.left('node_modules/.flowpilot-bun/node_modules/.bin/bun', 'half of it')
  clone.left('node_modules/.flowpilot-installing', '999999999')
  expect(clone.install().status).toBe(0)
  expect(clone.has('node_modules/hono')).toBe(false)
  expect(clone.install().said).toBe('')
})

test('what another process is installing just now is left to it', () => {
  const clone = cloneAt('busy')
  clone.left('node_modules/hono/package.json', '{}')
  clone.left('node_modules/.flowpilot-installing', `${process.pid}`)
  const { said, status } = clone.install()
  expect(status).toBe(1)
  expect(said).toContain(`Process ${process.pid} is installing packages here just now`)
  expect(clone.has('node_modules/hono/package.json')).toBe(true)
})

test('a Bun that was installed and does not run is named, with what to do', () => {
  const clone = cloneAt('placeholder')
  executable(join(tools, 'placeholder'), 'echo "postinstall was not run" >&2; exit 1')
  clone.left('node_modules/.bin/.keep')
  const { said, status } = withBun('placeholder', clone.install)
  expect(status).toBe(1)
  expect(said).toMatch(/node_modules\/\.bin\/bun --version.*delete .*node_modules and run the command again/)
})

/** Installing puts this in the place of Bun. */
function withBun<Result>(name: string, work: () => Result): Result {
  const bun = readFileSync(join(tools, 'bun'), 'utf8')
  executable(
    join(tools, 'bun'),
    ...bun
      .split('\n')
      .slice(1)
      .map((line) => line.replace('tools/bun node', `tools/${name} node`)),
  )
  try {
    return work()
  } finally {
    executable(join(tools, 'bun'), ...bun.split('\n').slice(1))
  }
}

test('a folder with a question mark in its name, in which Bun can’t work, is to be renamed', () => {
  const { said, status } = cloneAt('what?').install()
  expect(status).toBe(1)
  expect(said).toContain(`rename ${join(folder, 'what?')}`)
})

test.each(['C# #1', 'a b', '100%', 'ü漢', "o'neil"])('a folder called %s is one like any other', (name) => {
  expect(cloneAt(name).install().status).toBe(0)
})
