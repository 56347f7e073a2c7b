import { resumeInterrupted } from '../artifacts/resume-interrupted.ts'
import type { Deps } from '../deps.ts'
import { escalationPackage } from '../escalation-packages/escalation-package.ts'
import { resolutionNote } from '../resolution-notes/resolution-note.ts'
import { prune } from './prune.ts'

/** A posting that another server left in the middle is taken up about a lease later. */
const between_resumptions_ms = 30_000
const between_prunings_ms = 60 * 60 * 1000
/** A server that starts has more urgent things to do. */
const before_first_pruning_ms = 60_000

/** The cron expression of `wrangler.toml` at which a Worker prunes; at any other it takes up postings. */
const pruning_cron = '17 * * * *'

const resumePostings = (deps: Deps) => resumeInterrupted(deps, [resolutionNote, escalationPackage])

/** What a Worker does when one of its cron triggers fires. */
export const runCron = (deps: Deps, cron: string): Promise<void> =>
  cron === pruning_cron ? prune(deps) : resumePostings(deps)

/** Takes up postings now and every half minute, and prunes every hour, in a process that stays. */
export function startMaintenance(deps: Deps): void {
  const pruneAndWait = () => void prune(deps).finally(() => setTimeout(pruneAndWait, between_prunings_ms))
  setTimeout(pruneAndWait, before_first_pruning_ms)
  setInterval(() => resumePostings(deps), between_resumptions_ms)
  void resumePostings(deps)
}
