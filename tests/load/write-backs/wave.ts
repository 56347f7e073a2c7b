import { setTimeout as sleep } from 'node:timers/promises'
import { click, insist } from './engineer.ts'
import type { Office } from './office.ts'
import type { Plan } from './plans.ts'
import { openRun, type Run, setTrouble } from './run.ts'
import { requestOf, setFault, whichAreHeld } from './steps.ts'

/** ConnectWise is given up on after 10 s: whoever is to be held at his step has to be there by then. */
const longest_hold_ms = 8500
/** A server that starts looks for what was left, which ends within the lease, the looks and the checks. */
const by_itself_ms = 60_000
const opened_at_once = 8

/**
 * Runs all plans at once, on one server. Where some of them want it killed, it is killed when each of these is held at its
 * step, and is started again; for all others it is killed somewhere.
 */
export async function runWave(office: Office, plans: Plan[]): Promise<Run[]> {
  await office.there.reset()
  const asks_codebase = plans.some(({ step }) => step === 'company info')
  await office.there.configure({ codebase: asks_codebase ? 'v2026_1/' : 'v4_6_release/' })
  const runs: Run[] = []
  for (let at = 0; at < plans.length; at += opened_at_once) {
    runs.push(...(await Promise.all(plans.slice(at, at + opened_at_once).map((plan) => openRun(office, plan)))))
  }
  for (const [at, run] of runs.entries()) await setTrouble(office, run, asks_codebase ? at : 0)
  const killed = runs.filter(({ plan }) => plan.killed)
  const started = killed.length === 0 ? Promise.resolve() : kill(office, killed)
  await Promise.all(runs.map((run) => (run.plan.killed ? goThroughKill(office, run, started) : insist(office, run))))
  await untilQuiet(office)
  return runs
}

async function kill(office: Office, killed: Run[]): Promise<void> {
  const awaited = killed.map((run) => requestOf(run.plan.step, run).at)
  const deadline = Date.now() + longest_hold_ms
  let held = await whichAreHeld(office.there, awaited)
  while (held.includes(false) && Date.now() < deadline) {
    await sleep(250)
    held = await whichAreHeld(office.there, awaited)
  }
  await office.crash()
  for (const [at, run] of killed.entries()) {
    run.was_held = held[at] ?? false
    const { again } = run.plan
    if (again) await setFault(office.there, again.step, run, again.trouble, { nth: 1 })
  }
  await office.outlastLeases(killed.filter(({ plan }) => plan.killed === 'then by itself').map(({ id }) => id))
  await office.restart()
  // What a server looks for when it starts is by now not there for it.
  await sleep(1000)
  await office.outlastLeases()
}

/** Clicks once, and is cut off; then waits for what the server does by itself, where that is the plan. */
async function goThroughKill(office: Office, run: Run, started: Promise<void>): Promise<void> {
  await Promise.all([started, click(office, run)])
  const deadline = Date.now() + by_itself_ms
  while (run.plan.killed === 'then by itself' && Date.now() < deadline && (await isUnderWay(office, run)))
    await sleep(1000)
  await insist(office, run)
}

async function isUnderWay({ admin }: Office, { id }: Run): Promise<boolean> {
  const [left] = await admin`
    select id from write_backs where session_id = ${id} and closed_at is null and failure is null`
  return left !== undefined
}

/** Waits for what is still on its way to ConnectWise, and for whoever still works on an attempt. */
async function untilQuiet({ there, admin }: Office): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const slow = (await there.requests()).some(
      ({ status, troubles }) => status === null && troubles.length === 1 && troubles[0] === 'slow',
    )
    const [leased] = await admin`select id from write_backs where closed_at is null and lease_expires_at > now()`
    if (!slow && !leased) return
    await sleep(500)
  }
}
