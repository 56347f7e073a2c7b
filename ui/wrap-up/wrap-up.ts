import { createSignal } from 'solid-js'
import type { PilotSession } from '../pilot/pilot-session.ts'
import type { Judgement } from '../suggested-fix/fix-calls.ts'
import type { Fixes } from '../suggested-fix/fixes.ts'
import { isOpen } from '../suggested-fix/outcomes.ts'
import { createArtifactDraft } from './artifact-draft.ts'
import type { ArtifactKind } from './artifacts.ts'

export type WrapUp = ReturnType<typeof createWrapUp>

/** The end of a session: which note is being looked at, and the question before it that is asked once. */
export function createWrapUp(pilot: PilotSession, fixes: Fixes) {
  const drafts = {
    resolution_note: createArtifactDraft(pilot, 'resolution_note'),
    escalation_package: createArtifactDraft(pilot, 'escalation_package'),
  }
  const [shown, setShown] = createSignal<ArtifactKind>()
  const [asked_about, setAskedAbout] = createSignal<string>()
  /** The fixes that were asked about while this page has been open. */
  const asked = new Set<string>()

  const asked_fix = () => {
    const fix = fixes.active()
    return fix && fix.id === asked_about() ? fix : undefined
  }

  return {
    /** What is looked at; nothing when the popover is closed. */
    shown,
    draft: (kind: ArtifactKind) => drafts[kind],
    /** The fix whose outcome is asked for first. */
    asked_fix,
    open(kind: ArtifactKind): void {
      const fix = fixes.active()
      setShown(kind)
      setAskedAbout(fix && isOpen(fix) && !asked.has(fix.id) ? fix.id : undefined)
    },
    close(): void {
      setShown(undefined)
      pilot.spotlight.point(undefined)
      pilot.spotlight.keep(undefined)
    },
    /** The engineer answers how the fix went, or that he does not say it now; either way he is not asked again. */
    async answer(judgement?: Judgement): Promise<void> {
      const fix_id = asked_about()
      if (!fix_id || (judgement && !(await fixes.judge({ id: fix_id }, judgement)))) return
      asked.add(fix_id)
      setAskedAbout(undefined)
    },
  }
}
