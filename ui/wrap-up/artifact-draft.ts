import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { PilotSession } from '../pilot/pilot-session.ts'
import { type ArtifactPreview, previewArtifact } from './artifact-calls.ts'
import type { ArtifactKind } from './artifacts.ts'
import { createEditableDraft } from './editable-draft.ts'
import { createLatestRequest, QUIET } from './latest-request.ts'

export type ArtifactDraft = ReturnType<typeof createArtifactDraft>

/**
 * The draft of a note or package, and what the engineer makes of it. While it is open it follows the session: half a
 * second after the last change it is drafted anew. A state that it was drafted from already is not asked about again.
 */
export function createArtifactDraft(pilot: PilotSession, kind: ArtifactKind) {
  const [preview, setPreview] = createSignal<ArtifactPreview>()
  const [writing, setWriting] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()
  const [open, setOpen] = createSignal(false)
  const text = createEditableDraft(pilot.id, kind)
  let asked_of: string | undefined
  let changed_at = Number.NEGATIVE_INFINITY

  const newest = createLatestRequest({
    ask(signal) {
      asked_of = stateOf(pilot)
      return previewArtifact(pilot.id, kind, signal)
    },
    onAnswer(answer: ArtifactPreview) {
      setPreview(answer)
      text.drafted(answer.markdown)
      setWriting(false)
    },
    onFailure(thrown) {
      asked_of = undefined
      setFailure(thrown)
      setWriting(false)
    },
  })
  onCleanup(() => newest.stop())

  function ask(wait: number): void {
    setFailure(undefined)
    setWriting(true)
    newest.after(wait)
  }

  createEffect(
    on(
      () => stateOf(pilot),
      () => {
        changed_at = performance.now()
        if (open()) ask(QUIET)
      },
      { defer: true },
    ),
  )

  return {
    kind,
    text,
    /** The newest draft with its sections; nothing before the first has come. */
    preview,
    /** Whether a newer draft is on its way. */
    writing,
    /** Why the newest draft did not come. */
    failure,
    open() {
      setOpen(true)
      // What has just changed may go on changing.
      if (asked_of !== stateOf(pilot)) ask(Math.max(0, changed_at + QUIET - performance.now()))
    },
    close() {
      setOpen(false)
      newest.rest()
      setWriting(newest.running())
    },
    again: () => ask(0),
  }
}

/** What the draft is made from, as far as this page can tell that it changed. */
function stateOf({ state }: PilotSession): string {
  const { title, problem, status, state_version } = state.session
  const facts = state.facts.map(({ id, text, status }) => [id, text, status])
  const fix = state.suggested_fix && [state.suggested_fix.id, state.suggested_fix.status]
  return JSON.stringify([state_version, title, problem, status, facts, fix])
}
