import { createEffect, createMemo, createSignal, on } from 'solid-js'
import { ApiProblem } from '../api-problem.ts'
import { showToast } from '../kit/toast.tsx'
import type { PilotSession } from '../pilot/pilot-session.ts'
import { openWriteBack } from '../pilot/session-page.ts'
import type { Judgement } from '../suggested-fix/fix-calls.ts'
import type { Fixes } from '../suggested-fix/fixes.ts'
import { isOpen } from '../suggested-fix/outcomes.ts'
import { systemNames, ticketName } from '../tickets/ticket-name.ts'
import { createTicketSystem } from '../tickets/ticket-system.ts'
import { createArtifactDraft } from './artifact-draft.ts'
import type { ArtifactKind } from './artifacts.ts'
import { createPosting, isOver } from './posting.ts'
import { postingView } from './posting-view.ts'

/** What the engineer posts for all that. */
export type Accepted = { accept_stale?: true; accept_moved?: true }
/** The status that he picked for this time. */
type Asked = { ticket_status_id?: string | undefined }

export type WrapUp = ReturnType<typeof createWrapUp>

/** The end of a session: which note is being looked at, the question before it that is asked once, and its way out. */
export function createWrapUp(pilot: PilotSession, fixes: Fixes) {
  const drafts = {
    resolution_note: createArtifactDraft(pilot, 'resolution_note'),
    escalation_package: createArtifactDraft(pilot, 'escalation_package'),
  }
  const [shown, setShown] = createSignal<ArtifactKind>()
  const [asked_about, setAskedAbout] = createSignal<string>()
  /** The fixes that were asked about while this page has been open. */
  const asked = new Set<string>()
  const system = createTicketSystem()
  const nameOf = (ref?: string) => (ref === undefined ? 'the ticket' : ticketName(ref, system()?.provider))

  const asked_fix = () => {
    const fix = fixes.active()
    return fix && fix.id === asked_about() ? fix : undefined
  }

  function hide(): void {
    setShown(undefined)
    pilot.spotlight.point(undefined)
    pilot.spotlight.keep(undefined)
  }

  const posting = createPosting(pilot, nameOf, hide)
  /** A newer draft has come since the text was refused for being of an older one. */
  const isOutdated = () => {
    const { kind, thrown, body } = posting.refused() ?? {}
    if (!kind || !(thrown instanceof ApiProblem) || thrown.code !== 'stale_preview') return false
    return drafts[kind].preview()?.fingerprint !== body?.fingerprint
  }
  /** Where the posting stands, whoever began it; nothing where there is none. */
  const view = createMemo(() => {
    return postingView({
      doing: posting.doing(),
      refused: isOutdated() ? undefined : posting.refused(),
      write_back: openWriteBack(pilot.state),
      is_over: isOver(pilot.state.session),
      nameOf,
      system: systemNames[system()?.provider ?? 'builtin'],
    })
  })

  createEffect(
    on(
      () => isOver(pilot.state.session),
      (is_over) => {
        if (!is_over || !shown()) return
        hide()
        showToast(`The session is ${pilot.state.session.status} now. What was posted stands below the conversation.`)
      },
      { defer: true },
    ),
  )

  return {
    /** What is looked at; nothing when the popover is closed. */
    shown,
    draft: (kind: ArtifactKind) => drafts[kind],
    posting,
    view,
    /** Whether nothing of an earlier posting is on any ticket, or may be: what is posted now begins anew. */
    isFresh: () => posting.doing() === undefined && (openWriteBack(pilot.state)?.state ?? 'failed') === 'failed',
    nameOf,
    /** The fix whose outcome is asked for first. */
    asked_fix,
    open(kind: ArtifactKind): void {
      const fix = fixes.active()
      setShown(kind)
      setAskedAbout(fix && isOpen(fix) && !asked.has(fix.id) ? fix.id : undefined)
    },
    close(): void {
      hide()
      posting.forget()
    },
    /** Posts what stands there, or ends the session here where no ticket is linked. */
    post(kind: ArtifactKind, { ticket_status_id, ...accepted }: Accepted & Asked): void {
      const markdown = drafts[kind].text.text()
      const fingerprint = drafts[kind].preview()?.fingerprint
      if (!markdown?.trim() || !fingerprint) return
      const before = posting.refused()
      const is_stale = before?.kind === kind && before.body?.fingerprint === fingerprint && before.body.accept_stale
      const body = {
        markdown,
        fingerprint,
        ...(ticket_status_id && { ticket_status_id }),
        // Accepted once, it is not asked again of the same text because of something else.
        ...(is_stale && { accept_stale: true }),
        ...accepted,
      }
      posting.post(kind, body)
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
