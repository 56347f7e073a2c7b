import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, readStamp } from './fingerprint.mjs'
import { Problem, repository, runStep } from './run-step.mjs'

const stamp = 'node_modules/.flowpilot-install'
/** There while packages are being installed, with the process that does it. */
const unfinished = 'node_modules/.flowpilot-installing'
const packages = join(repository, 'node_modules')
const fetched = join(packages, '.flowpilot-bun')
export const bun = join(packages, '.bin', 'bun')

/**
 * Makes node_modules hold what bun.lockb says, or does nothing when it does: for `running` without the development
 * packages (a third of the download), for `testing` with them. What an installation that was cut has left half unpacked
 * is thrown away first. Throws a Problem.
 */
export function ensureInstalled(purpose) {
  mustBeUsable(repository)
  const wanted = `${fingerprint(['package.json', 'bun.lockb', 'bunfig.toml'])} ${purpose}`
  const present = readStamp(stamp)
  const isPresent = present === wanted || present === wanted.replace('running', 'testing')
  if (existsSync(bun) && isPresent && !existsSync(join(repository, unfinished))) return
  console.log('flowpilot: installing packages (a minute or two the first time) …')
  throwAwayWhatWasCut()
  mkdirSync(packages, { recursive: true })
  writeFileSync(join(repository, unfinished), `${process.pid}\n`)
  const install = ['install', '--frozen-lockfile', ...(purpose === 'running' ? ['--production'] : [])]
  // The second try is for a registry that dropped one of several hundred downloads: Bun keeps the others.
  if (!runBun(install) && !runBun(install)) {
    throw new Problem(
      'The packages could not be installed; the messages above say why. Check that the npm registry can be reached and that 2 GB are free, then run the command again.',
    )
  }
  if (!isBun(bun)) {
    throw new Problem(
      `Bun was installed and does not run. Try ${bun} --version; if that says nothing of use, delete ${packages} and run the command again.`,
    )
  }
  rmSync(fetched, { recursive: true, force: true })
  writeFileSync(join(repository, stamp), `${wanted}\n`)
  rmSync(join(repository, unfinished), { force: true })
}

/** Bun finds nothing in a folder whose path holds a question mark. */
function mustBeUsable(folder) {
  if (!folder.includes('?')) return
  throw new Problem(`Bun can’t work in a folder with ? in its name: rename ${folder} and run the command again there.`)
}

function throwAwayWhatWasCut() {
  const mark = join(repository, unfinished)
  if (!existsSync(mark)) return
  const pid = Number(readStamp(unfinished))
  if (isRunning(pid)) {
    throw new Problem(
      `Process ${pid} is installing packages here just now: run the command again when it has. If it does something else, delete ${mark} first.`,
    )
  }
  rmSync(packages, { recursive: true, force: true })
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function runBun(args) {
  const command = [bun, join(fetched, 'node_modules', '.bin', 'bun')].find(isBun) ?? fetchBun()
  // As in bunfig.toml, which npm's own variable would override.
  return command !== undefined && runStep(command, args, { npm_config_ignore_scripts: 'false' }) === 0
}

/**
 * Bun from npm, in a folder of its own, for a machine that has none. Its package unpacks the program in a script, which
 * runs here whatever the machine’s settings say of scripts; npx would leave it out, and keep what Ctrl-C left of it.
 */
function fetchBun() {
  rmSync(fetched, { recursive: true, force: true })
  mkdirSync(fetched)
  const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error']
  const at = ['--prefix', fetched, '--global=false', '--ignore-scripts=false']
  const isFetched = runStep('npm', ['install', ...at, ...quiet, `bun@${version()}`]) === 0
  return isFetched ? join(fetched, 'node_modules', '.bin', 'bun') : undefined
}

const version = () => JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).dependencies.bun

const isBun = (command) => spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout?.trim() === version()
