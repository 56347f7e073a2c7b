import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Problem, repository } from './run-step.mjs'

/**
 * A Node that vitest and wrangler run on (22.12 or newer): this one, or the one that npm delivers as a package for Linux.
 * FlowPilot itself runs on Bun and needs neither. Throws a Problem.
 */
export function recentNode() {
  if (isRecent(process.version)) return process.execPath
  const packaged = join(repository, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  const { stdout } = spawnSync(packaged, ['--version'], { encoding: 'utf8' })
  if (stdout && isRecent(stdout.trim())) return packaged
  throw new Problem(
    `The tests need Node 22.12 or newer; this is ${process.version}. Install a newer Node and run them again.`,
  )
}

function isRecent(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 12)
}
