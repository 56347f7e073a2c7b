import { createMemo } from 'solid-js'
import { ApiProblem } from '../api-problem.ts'
import { showToast } from '../kit/toast.tsx'
import { createPendingEdits } from '../pilot/pending-edits.ts'
import type { PilotSession } from '../pilot/pilot-session.ts'
import { runWithToast } from '../pilot/run-with-toast.ts'
import type { SuggestedFix } from '../pilot/session-page.ts'
import * as calls from './fix-calls.ts'

export type Fixes = ReturnType<typeof createFixes>

/**
 * The fix of a session with the acts on it, each true when the server has taken it. A fix is shown changed at once, and as
 * it was again with a word when that is refused.
 */
export function createFixes(pilot: PilotSession) {
  const { id } = pilot
  const changes = createPendingEdits<Partial<SuggestedFix>>()
  const active = createMemo(() => withChange(pilot.state.suggested_fix, changes.pending()))

  async function make(
    fix: Pick<SuggestedFix, 'id'>,
    change: Partial<SuggestedFix>,
    send: () => Promise<SuggestedFix>,
    refused: string,
  ): Promise<boolean> {
    const made = changes.make(fix.id, change, send, pilot.tookFix)
    // The newer fix may not have reached this page yet.
    made.catch((thrown) => thrown instanceof ApiProblem && thrown.code === 'superseded' && pilot.refresh())
    return await runWithToast(made, refused, () => void make(fix, change, send, refused))
  }

  const applied = () => ({ status: 'applied', applied_at: new Date().toISOString() }) as const

  return {
    /** The one that is neither superseded nor dismissed. */
    active,
    /** The ids of the fixes that were suggested before, as far as the conversation tells. */
    earlier: createMemo(() => {
      const effects = pilot.state.messages.flatMap((message) => message.effects)
      const suggested = effects.flatMap((effect) => (effect.type === 'suggested_fix' ? effect.ids : []))
      return [...new Set(suggested)].filter((fix_id) => fix_id !== active()?.id)
    }),
    readAll: () => calls.readFixes(id),
    /** The engineer ran the fix's script. */
    ran: (fix: SuggestedFix) =>
      make(fix, applied(), () => calls.decideFix(id, fix.id, 'one_off'), 'It is not recorded that you ran it.'),
    /** The engineer ran the script, which may become a template when the session is resolved. */
    async ranToTemplatize(fix: SuggestedFix): Promise<void> {
      const send = () => calls.decideFix(id, fix.id, 'draft_template')
      if (await make(fix, applied(), send, 'It is not recorded that you ran it.')) {
        showToast('Applied. The script is kept as a draft for a template.')
      }
    },
    /** The engineer did what the fix says. */
    did: (fix: SuggestedFix) =>
      make(fix, applied(), () => calls.applyFix(id, fix.id), 'It is not recorded that you did this.'),
    async dismiss(fix: SuggestedFix): Promise<void> {
      const send = () => calls.decideFix(id, fix.id, 'dismissed')
      if (await make(fix, { status: 'dismissed' }, send, 'The fix is still there.')) {
        showToast('Dismissed. Ask for another one.')
      }
    },
    /** The engineer says how the fix went. */
    judge: (fix: Pick<SuggestedFix, 'id'>, judgement: calls.Judgement) =>
      make(
        fix,
        { status: judgement.outcome, outcome_note: judgement.note ?? null, outcome_proposal: null },
        () => calls.judgeFix(id, fix.id, judgement),
        'How it went was not recorded.',
      ),
  }
}

/** The fix as it will be once the server has taken the change that is on its way to it; none where that dismisses it. */
export function withChange(
  fix: SuggestedFix | null,
  changes: ReadonlyMap<string, Partial<SuggestedFix>>,
): SuggestedFix | null {
  const change = fix && changes.get(fix.id)
  if (!change) return fix
  return change.status === 'dismissed' ? null : { ...fix, ...change }
}
