import { createSignal } from 'solid-js'
import { persistText, readPersistedText } from '../pilot/persisted-text.ts'
import type { ArtifactKind } from './artifacts.ts'
import * as revising from './revisions.ts'

export type EditableDraft = ReturnType<typeof createEditableDraft>

/**
 * What the engineer makes of the drafts of one note, with all versions, kept in this browser: it outlives the popover and
 * the page. A draft never takes the place of what he wrote.
 */
export function createEditableDraft(session_id: string, kind: ArtifactKind) {
  const key = `flowpilot:${kind}:${session_id}`
  const [revisions, setRevisions] = createSignal(read(key))
  const change = (next: revising.Revisions) => {
    setRevisions(next)
    persistText(key, JSON.stringify(next))
  }
  const now = () => new Date().toISOString()
  return {
    /** What stands there: the engineer's text or the newest draft; nothing before the first. */
    text: () => revising.present(revisions())?.text,
    isOwn: () => revising.isOwn(revisions()),
    /** A newer draft that the engineer, who has a text of his own, has not decided about. */
    unseenDraft: () => revising.unseenDraft(revisions()),
    newestDraft: () => revising.newestDraft(revisions())?.text,
    versions: () => revising.allVersions(revisions()),
    mayUndo: () => revising.mayUndo(revisions()),
    mayRedo: () => revising.mayRedo(revisions()),
    drafted: (text: string) => change(revising.drafted(revisions(), text, now())),
    type: (text: string) => change(revising.typed(revisions(), text, now())),
    put: (text: string) => change(revising.put(revisions(), text, now())),
    takeDraft: () => change(revising.tookDraft(revisions(), now())),
    keepMine: () => change(revising.keptMine(revisions())),
    restore: (version: revising.Version) => change(revising.restored(revisions(), version, now())),
    undo: () => change(revising.undone(revisions())),
    redo: () => change(revising.redone(revisions())),
  }
}

function read(key: string): revising.Revisions {
  try {
    return { ...revising.noRevisions, ...JSON.parse(readPersistedText(key) || '{}') }
  } catch {
    return revising.noRevisions
  }
}
