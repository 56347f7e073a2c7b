import { execFileSync } from 'node:child_process'

/** Whom to run database servers as, which refuse root: nobody when we are root, else simply ourselves. */
export function unprivilegedUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
