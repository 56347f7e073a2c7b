import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

export type Child = {
  command: string
  pid: number
  /** Everything written so far, standard output and error together. */
  output: () => string
  running: () => boolean
  /** Asks the process and its children to end, waits, and after `patience_ms` ends them by force. */
  stop: (signal?: NodeJS.Signals, patience_ms?: number) => Promise<void>
}

type Options = { cwd?: string; env?: NodeJS.ProcessEnv; uid?: number; gid?: number }

/** Starts a command in a process group of its own, which ends with this process at the latest. */
export function startChild(command: string, args: string[], options: Options = {}): Child {
  const child = spawn(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  child.on('error', (error) => {
    output += `${command}: ${error.message}`
  })
  const endGroup = () => signalGroup(child, 'SIGKILL')
  process.on('exit', endGroup)
  child.on('close', () => process.off('exit', endGroup))
  const running = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null
  return {
    command,
    pid: child.pid ?? 0,
    output: () => output,
    running,
    async stop(signal = 'SIGTERM', patience_ms = 5000) {
      if (!running()) return
      const closed = once(child, 'close')
      signalGroup(child, signal)
      const ended = await Promise.race([closed.then(() => true), sleep(patience_ms, false, { ref: false })])
      if (ended) return
      signalGroup(child, 'SIGKILL')
      await closed
    },
  }
}

/** Waits until `ready` answers true; throws with the child's output when it ends before, or `patience_ms` are over. */
export async function waitUntil(child: Child, ready: () => boolean | Promise<boolean>, patience_ms = 30_000) {
  const deadline = Date.now() + patience_ms
  while (!(await ready())) {
    if (!child.running()) throw notReady(child, 'ended before it was ready')
    if (Date.now() > deadline) throw notReady(child, `was not ready after ${patience_ms} ms`)
    await sleep(25)
  }
}

const notReady = (child: Child, what: string) => new Error(`${child.command} ${what}:\n${child.output()}`)

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group is gone already, which is all that was wanted.
  }
}
