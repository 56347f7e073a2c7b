import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'

/** What an installation keeps in its folder. With anything else in it, the folder is somebody's for more than that. */
const own_names = ['database', 'database.lock', 'database.holder', 'database.first-start', 'secret']

/** Makes the folder that an embedded installation keeps everything in: for its user alone. Throws a sentence. */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (readdirSync(folder).every((name) => own_names.includes(name))) narrow(folder, 0o700)
    for (const name of readdirSync(folder)) if (own_names.includes(name)) narrowAll(join(folder, name))
  } catch (error) {
    throw new Error(`FLOWPILOT_DATA_DIR can't be ${resolve(folder)}: ${whyNot(error, folder)}.`)
  }
}

/**
 * Takes from everyone but its owner what a folder of an earlier version allowed. Links are not followed. The folder is not
 * locked yet: where another process has it, files go while they are looked at.
 */
function narrowAll(path: string) {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found || found.isSymbolicLink()) return
  narrow(path, found.isDirectory() ? 0o700 : 0o600)
  if (found.isDirectory()) for (const name of namesIn(path)) narrowAll(join(path, name))
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return []
    throw error
  }
}

function narrow(path: string, mode: number) {
  try {
    if (lstatSync(path).mode & 0o077) chmodSync(path, mode)
  } catch {
    // Not ours, or on a file system that knows no modes.
  }
}

/**
 * Locks the folder of an embedded database for this process; answers what releases it. Throws a sentence about who holds
 * it. SQLite's lock is the kernel's: it ends with its process, however that ends, so that none is ever stale, which a file
 * with a process id may be.
 */
export function lockDatabaseFolder(folder: string): () => void {
  const holder = `${folder}.holder`
  const lock = takeLock(folder, holder)
  const release = () => {
    try {
      rmSync(holder, { force: true })
    } catch {
      // It says who holds the lock, and nobody will.
    }
    lock.close()
  }
  try {
    const own = { pid: process.pid, since: new Date().toISOString(), host: hostname() }
    writeFileSync(holder, JSON.stringify(own), { mode: 0o600 })
    return release
  } catch (error) {
    release()
    throw cantOpen(folder, error)
  }
}

function takeLock(folder: string, holder: string): DatabaseSync {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(`${folder}.lock`)
    // Of two who try at the same moment one waits for the other, instead of both giving up.
    lock.exec('pragma busy_timeout = 1000')
    // Nothing is ever written into it, so it needs no journal beside it.
    lock.exec('pragma journal_mode = memory')
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock?.close()
    if (!String(error).includes('locked')) throw cantOpen(folder, error)
    throw new Error(
      `The embedded database in ${resolve(folder)} is in use by ${describeHolder(holder)}. Two at once would destroy it: ` +
        'stop that one first, or set FLOWPILOT_DATA_DIR to another folder.',
    )
  }
}

const holderSchema = z.object({ pid: z.number(), since: z.string(), host: z.string() })

function describeHolder(holder: string): string {
  try {
    const { pid, since, host } = holderSchema.parse(JSON.parse(readFileSync(holder, 'utf8')))
    return `another FlowPilot: process ${pid}${host === hostname() ? '' : ` on ${host}`}, since ${since}`
  } catch {
    return 'another FlowPilot that is starting'
  }
}

/**
 * The first start takes seconds, and one that is interrupted leaves half a database, in which nobody has anything yet: the
 * next one begins anew. Answers what ends the first start. For the folder's lock holder only.
 */
export function beginFirstStart(folder: string): () => void {
  const mark = `${folder}.first-start`
  if (existsSync(mark)) rmSync(folder, { recursive: true, force: true })
  if (existsSync(folder)) return () => {}
  writeFileSync(mark, '')
  return () => rmSync(mark, { force: true })
}

/** What to tell the operator when the embedded database in this folder can't be opened. */
export function cantOpen(folder: string, error: unknown): Error {
  return new Error(`The embedded database in ${resolve(folder)} can't be opened: ${whyNot(error, folder)}.`, {
    cause: error,
  })
}

function whyNot(error: unknown, folder: string): string {
  const { code, errcode, errno } = error as { code?: string; errcode?: number; errno?: number }
  // PGlite's own file system numbers a full disk 51, SQLite 13.
  if (code === 'ENOSPC' || code === 'EDQUOT' || errcode === 13 || errno === 51) return 'the disk is full'
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'it is a file, and must be a folder'
  if (code === 'EROFS' || errcode === 8) return 'the disk is read-only'
  if (code === 'EACCES' || code === 'EPERM' || errcode === 14) return 'nothing can be written there'
  // PGlite says no more than that it failed.
  if (freeBytes(folder) < 32 * 1024 * 1024) return 'the disk is full'
  return error instanceof Error ? error.message : String(error)
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(dirname(folder))
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
