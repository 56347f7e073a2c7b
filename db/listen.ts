import postgres from 'postgres'
import { type Changes, channel, createWatchers } from './changes.ts'

/** How long the server may take to connect, and to tell what it was told; how often that is tried, and a lost line again. */
const usual = { connect_ms: 8000, proof_ms: 1000, beat_ms: 15_000, retry_ms: 2000 }

/**
 * Listens on a connection of its own to `url`; while there is none, because the server is away or no longer tells, everyone
 * looks by the time that he says for it. A pooler takes LISTEN and forgets it with the transaction: then it stays so.
 */
export async function listenToPostgres(url: string, times: Partial<typeof usual> = {}): Promise<Changes> {
  const { connect_ms, proof_ms, beat_ms, retry_ms } = { ...usual, ...times }
  const watchers = createWatchers()
  let line: Line | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let is_closed = false
  const later = (work: () => Promise<void>, after_ms: number) => {
    clearTimeout(timer)
    if (!is_closed) timer = setTimeout(work, after_ms)
  }

  async function connect() {
    const opened = openLine(url, watchers.tell, () => void (line === opened && lose()))
    line = opened
    // A server that takes the connection may still never answer.
    const limit = setTimeout(() => line === opened && lose(), connect_ms)
    try {
      const is_direct = await opened.listen()
      if (!is_direct) return leave()
      const tells = await opened.tells(proof_ms)
      if (line !== opened) return
      if (!tells) return lose()
      watchers.becomeTold(true)
      later(beat, beat_ms)
    } catch {
      if (line === opened) lose()
    } finally {
      clearTimeout(limit)
    }
  }

  // A line to a server that hangs is not cut, and still tells nothing: that is found out by asking.
  async function beat() {
    const asked = line
    const tells = await asked?.tells(proof_ms * 5).catch(() => false)
    if (line !== asked) return
    if (tells) later(beat, beat_ms)
    else lose()
  }

  function lose() {
    leave()
    watchers.becomeTold(false)
    later(connect, retry_ms)
  }

  function leave() {
    const left = line
    line = undefined
    left?.end()
  }

  await connect()
  return {
    watch: watchers.watch,
    async close() {
      is_closed = true
      clearTimeout(timer)
      leave()
    },
  }
}

type Line = ReturnType<typeof openLine>

/** One connection that listens, and over which it is asked whether it still does. */
function openLine(url: string, tell: (id: string) => void, onclose: () => void) {
  let hearProof = (_id: string) => {}
  const options = {
    max: 1,
    prepare: false,
    fetch_types: false,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    backoff: false,
    connection: { application_name: 'flowpilot changes' },
    onnotice: () => {},
    onclose,
    // postgres.js has it, beside `listen`, which opens a connection of its own and gives up where that is lost.
    onnotify(_channel: string, id: string) {
      hearProof(id)
      tell(id)
    },
  }
  const sql = postgres(url, options as postgres.Options<Record<string, never>>)
  return {
    /** Answers whether it does: not before a pooler, which introduces itself by a number of its own. */
    async listen(): Promise<boolean> {
      const asked = await sql.unsafe('select pg_backend_pid() as pid')
      if (Number(asked[0]?.pid) !== asked.state.pid) return false
      await sql.unsafe(`listen ${channel}`)
      return true
    },
    /** Whether it hears within so many milliseconds what it tells itself. */
    async tells(within_ms: number): Promise<boolean> {
      const id = crypto.randomUUID()
      const heard = new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), within_ms)
        hearProof = (each) => {
          if (each !== id) return
          clearTimeout(timer)
          resolve(true)
        }
      })
      const told = sql.unsafe('select pg_notify($1, $2)', [channel, id]).then(() => heard)
      return await Promise.race([heard, told])
    },
    end: () => void sql.end({ timeout: 0 }).catch(() => {}),
  }
}
