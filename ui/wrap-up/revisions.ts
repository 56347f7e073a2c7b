/** A text as it stood once, and whose it is: the engineer's or FlowPilot's draft. */
export type Version = {
  text: string
  by: 'engineer' | 'draft'
  /** RFC 3339, in UTC. */
  at: string
  /** Of the engineer's text: the draft that he has seen beside it. */
  seen?: string
}

/** What became of one note: every text that stood there, which of them stands now, and what was drafted. */
export type Revisions = { steps: Version[]; now: number; drafts: Version[] }

export const noRevisions: Revisions = { steps: [], now: -1, drafts: [] }

/** Texts that are kept; the oldest go first. */
const MOST = 30
/** Milliseconds of rest after which typing begins another version, so that undo takes back a thought and not all. */
const REST = 15_000

export const present = ({ steps, now }: Revisions): Version | undefined => steps[now]
export const newestDraft = ({ drafts }: Revisions): Version | undefined => drafts.at(-1)
export const mayUndo = ({ now }: Revisions) => now > 0
export const mayRedo = ({ steps, now }: Revisions) => now < steps.length - 1

/** Whether what stands there is the engineer's: written by him, or chosen instead of the newest draft. */
export function isOwn(revisions: Revisions): boolean {
  const text = present(revisions)
  return text !== undefined && (text.by === 'engineer' || text.text !== newestDraft(revisions)?.text)
}

/** The newest draft, where it differs from the engineer's text and he has not seen it yet. */
export function unseenDraft(revisions: Revisions): string | null {
  const draft = newestDraft(revisions)?.text
  const own = present(revisions)
  if (!isOwn(revisions) || draft === undefined || own === undefined) return null
  return draft === own.text || draft === own.seen ? null : draft
}

/** Every text once, the newest first. */
export function allVersions({ steps, drafts }: Revisions): Version[] {
  const newest = [...steps, ...drafts].sort((one, other) => other.at.localeCompare(one.at))
  return newest.filter((version, at) => newest.findIndex(({ text }) => text === version.text) === at)
}

/** A new draft: it stands there itself unless the engineer's text does. */
export function drafted(revisions: Revisions, text: string, at: string): Revisions {
  if (newestDraft(revisions)?.text === text) return revisions
  const version: Version = { text, by: 'draft', at }
  const next = { ...revisions, drafts: [...revisions.drafts, version].slice(-MOST) }
  return isOwn(revisions) ? next : step(next, version)
}

/** The engineer types. What he typed a moment ago grows; after a rest, or over something else, it is a new version. */
export function typed(revisions: Revisions, text: string, at: string): Revisions {
  const before = present(revisions)
  if (before?.text === text) return revisions
  const seen = before?.seen ?? (before?.by === 'draft' ? before.text : undefined)
  const version: Version = { text, by: 'engineer', at, seen }
  const goes_on = before?.by === 'engineer' && !mayRedo(revisions) && Date.parse(at) - Date.parse(before.at) < REST
  if (!goes_on) return step(revisions, version)
  return { ...revisions, steps: [...revisions.steps.slice(0, -1), version] }
}

/** Puts a text there as one act, such as a section of the draft in the engineer's. */
export function put(revisions: Revisions, text: string, at: string): Revisions {
  const before = present(revisions)
  if (before?.text === text) return revisions
  const by = text === newestDraft(revisions)?.text ? 'draft' : 'engineer'
  return step(revisions, { text, by, at, seen: before?.seen })
}

/** The newest draft instead of the engineer's text. */
export function tookDraft(revisions: Revisions, at: string): Revisions {
  const draft = newestDraft(revisions)
  return draft && isOwn(revisions) ? step(revisions, { ...draft, at }) : revisions
}

/** The engineer has seen the newest draft and keeps his own. */
export function keptMine(revisions: Revisions): Revisions {
  const seen = newestDraft(revisions)?.text
  return { ...revisions, steps: revisions.steps.map((each, at) => (at === revisions.now ? { ...each, seen } : each)) }
}

/** An earlier text again, as a new step: what stood there since stays among the versions. */
export function restored(revisions: Revisions, version: Version, at: string): Revisions {
  if (present(revisions)?.text === version.text) return revisions
  return step(revisions, { ...version, at, seen: newestDraft(revisions)?.text })
}

export const undone = (revisions: Revisions): Revisions =>
  mayUndo(revisions) ? { ...revisions, now: revisions.now - 1 } : revisions

export const redone = (revisions: Revisions): Revisions =>
  mayRedo(revisions) ? { ...revisions, now: revisions.now + 1 } : revisions

/**
 * What was undone before this step stays: it goes behind what stands now, so that undo leads back to that first and
 * nothing that was ever there is lost.
 */
function step({ steps, now, drafts }: Revisions, version: Version): Revisions {
  const stands = steps.slice(Math.max(now, 0), now + 1)
  const kept = [...steps.slice(0, Math.max(now, 0)), ...steps.slice(now + 1), ...stands, version].slice(-MOST)
  return { steps: kept, now: kept.length - 1, drafts }
}
