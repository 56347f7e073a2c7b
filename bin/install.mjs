import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, readStamp } from './fingerprint.mjs'
import { Problem, repository, runStep } from './run-step.mjs'

const stamp = 'node_modules/.flowpilot-install'
export const bun = join(repository, 'node_modules', '.bin', 'bun')

/**
 * Makes node_modules hold what bun.lockb says, or does nothing when it does: for `running` without the development
 * packages (a third of the download), for `testing` with them. Throws a Problem.
 */
export function ensureInstalled(purpose) {
  const wanted = `${fingerprint(['package.json', 'bun.lockb', 'bunfig.toml'])} ${purpose}`
  const present = readStamp(stamp)
  if (existsSync(bun) && (present === wanted || present === wanted.replace('running', 'testing'))) return
  console.log('flowpilot: installing packages (a minute or two the first time) …')
  const [command, ...args] = installer(purpose)
  // The second try is for a registry that dropped one of several hundred downloads: Bun keeps the others.
  if (runStep(command, args) !== 0 && runStep(command, args) !== 0) {
    throw new Problem(
      'The packages could not be installed; the messages above say why. Check that the npm registry can be reached and that 2 GB are free, then run the command again.',
    )
  }
  writeFileSync(join(repository, stamp), `${wanted}\n`)
}

/** The Bun that is already here in the right version, else the same one from npm: the machine needs none of its own. */
function installer(purpose) {
  const { dependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  const version = dependencies.bun
  const here = spawnSync(bun, ['--version'], { encoding: 'utf8' })
  const command = here.stdout?.trim() === version ? [bun] : ['npx', '--yes', `bun@${version}`]
  return [...command, 'install', '--frozen-lockfile', ...(purpose === 'running' ? ['--production'] : [])]
}
