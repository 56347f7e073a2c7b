import { existsSync } from 'node:fs'
import { Problem, runStep } from './run-step.mjs'

const provides = {
  chromium: [process.env.CHROMIUM ?? '/usr/bin/chromium'],
  pgbouncer: ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'],
}

/** Makes sure that these Debian packages are on the machine: installed when we are root, else asked for. Throws a Problem. */
export function ensureSystemPackages(names) {
  const missing = names.filter((name) => !provides[name].some((file) => existsSync(file)))
  if (missing.length === 0) return
  const install = ['install', '-y', '--no-install-recommends', ...missing]
  const command = `apt-get ${install.join(' ')}`
  if (process.getuid?.() !== 0) throw new Problem(`The tests need ${missing.join(' and ')}. As root: ${command}`)
  console.log(`flowpilot: installing ${missing.join(' and ')} …`)
  if (!aptGet(...install) && !(aptGet('update') && aptGet(...install))) {
    throw new Problem(`${missing.join(' and ')} could not be installed. Try it by hand: apt-get update && ${command}`)
  }
}

// Another apt on the machine may hold the lock for a while.
const patience = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=2']

function aptGet(...action) {
  return runStep('apt-get', ['-qq', ...patience, ...action], { DEBIAN_FRONTEND: 'noninteractive' }) === 0
}
