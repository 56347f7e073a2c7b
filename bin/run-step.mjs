import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = dirname(dirname(fileURLToPath(import.meta.url)))

/** A message for the person at the terminal: what went wrong, and what to do about it. Printed without a stack. */
export class Problem extends Error {}

/** Runs a command in the repository, or in another folder, with its output shown and nothing to read; answers its exit code, 127 when it cannot be started. */
export function runStep(command, args, env = {}, cwd = repository) {
  const { status, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...usableHome(), ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (error) console.error(`flowpilot: ${command}: ${error.message}`)
  return status ?? (error ? 127 : 1)
}

/** As `runStep`, without blocking: a signal to this process reaches the command, and this process waits for its end. */
export function runWatched(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: repository,
      env: { ...process.env, ...usableHome(), ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
      // In a terminal Ctrl-C goes to the whole process group, so the command has it already.
      const handler = () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal)
      process.on(signal, handler)
      return [signal, handler]
    })
    const settle = (outcome) => {
      for (const [signal, handler] of handlers) process.off(signal, handler)
      resolve(outcome)
    }
    child.on('error', (error) => {
      console.error(`flowpilot: ${command}: ${error.message}`)
      settle({ code: 127, signal: null })
    })
    child.on('exit', (code, signal) => settle({ code: code ?? 1, signal }))
  })
}

let temporary_home

/** npm and Bun keep caches under HOME; where there is none that can be written, they get a temporary one. */
function usableHome() {
  try {
    if (process.env.HOME) {
      accessSync(process.env.HOME, constants.W_OK)
      return {}
    }
  } catch {}
  temporary_home ??= mkdtempSync(join(tmpdir(), 'flowpilot-home-'))
  return { HOME: temporary_home }
}
