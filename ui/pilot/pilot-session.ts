import { createMemo, createSignal, onCleanup } from 'solid-js'
import { createReachability } from '../shell/connection.ts'
import { type LaneEdit, withEdits } from '../task-lane/lane.ts'
import { createCitationHighlight } from './citation-highlight.ts'
import { createLiveSession } from './live-session.ts'
import { createPendingEdits } from './pending-edits.ts'
import { runWithToast } from './run-with-toast.ts'
import * as calls from './session-calls.ts'
import type { SessionPage } from './session-page.ts'
import { isRefusal } from './sse-stream.ts'
import type { TurnCalls } from './turn-stream.ts'

export type PilotSession = ReturnType<typeof createPilotSession>

/**
 * One session as its page shows it, with the acts on it. Own data is shown changed at once, and as it was again with a
 * word when that is refused. Only `say` rejects, because the words then belong back to whoever typed them.
 */
export function createPilotSession(page: SessionPage) {
  const gone = new AbortController()
  onCleanup(() => gone.abort())
  const live = createLiveSession(page, gone.signal, createReachability())
  const { id, state } = live
  const [starting, setStarting] = createSignal<calls.TurnMessage | 'again'>()
  const itemEdits = createPendingEdits<LaneEdit>()
  const sessionEdits = createPendingEdits<calls.SessionEdit>()
  let attempt = { message: '', key: '' }

  async function begin(turn: TurnCalls, message: calls.TurnMessage | 'again', key: string): Promise<void> {
    setStarting(message)
    try {
      // The server takes the answers that it has: those on their way to it must be there first.
      await itemEdits.answered()
      await live.begin(turn, key)
    } finally {
      setStarting(undefined)
    }
  }

  async function say(message: calls.TurnMessage): Promise<void> {
    const text = JSON.stringify(message)
    // A message whose confirmation was lost keeps its key: said once more, it is the same message.
    if (attempt.message !== text) attempt = { message: text, key: crypto.randomUUID() }
    try {
      await begin(calls.messageTurn(id, message), message, attempt.key)
      attempt = { message: '', key: '' }
    } catch (thrown) {
      if (isRefusal(thrown)) attempt = { message: '', key: '' }
      throw thrown
    }
  }

  function editSession(edit: calls.SessionEdit, refused: string): Promise<boolean> {
    const what = Object.keys(edit).join()
    const made = sessionEdits.make(what, edit, () => calls.editSession(id, edit), live.tookSession)
    return runWithToast(made, refused, () => void editSession(edit, refused))
  }

  return {
    id,
    state,
    connected: live.connected,
    tookFacts: live.tookFacts,
    tookFix: live.tookFix,
    tookEnd: live.tookEnd,
    refresh: live.refresh,
    reread: live.reread,
    spotlight: createCitationHighlight(),
    /** The session with the edits that are on their way. */
    session: createMemo(
      () => Object.assign({ ...state.session }, ...sessionEdits.pending().values()) as SessionPage['session'],
    ),
    /** The lane with the edits that are on their way. */
    lane: createMemo(() => withEdits(state.task_lane, itemEdits.pending())),
    /** What is on its way to the server and not saved yet. */
    sending: () => {
      const message = starting()
      return message === 'again' ? undefined : message
    },
    busy: () => starting() !== undefined || state.turn !== null,
    /** Resolves when the message is saved; the reply then goes on by itself. */
    say,
    /** Asks for another reply to the message that this turn answered. */
    retry: (turn_id: string) =>
      runWithToast(begin(calls.retriedTurn(id, turn_id), 'again', crypto.randomUUID()), 'There is no new reply.'),
    /** Asks for the rest of the reply that broke off in this turn. */
    goOn: (turn_id: string) =>
      runWithToast(begin(calls.continuedTurn(id, turn_id), 'again', crypto.randomUUID()), 'The reply does not go on.'),
    stop: () => state.turn && runWithToast(calls.stopTurn(id, state.turn.id), 'The reply goes on.'),
    rename: (title: string) => editSession({ title }, 'The title is unchanged.'),
    /** True when the session is linked to the ticket of this number, or to none. */
    linkTicket: (ticket_ref: string | null) => editSession({ ticket_ref }, 'The session’s ticket is unchanged.'),
    setStatus: (status: NonNullable<calls.SessionEdit['status']>) =>
      editSession({ status }, 'The status is unchanged.'),
    /** True when the server has taken the edit. */
    editItem: (item_id: string, edit: LaneEdit) =>
      runWithToast(
        itemEdits.make(
          item_id,
          edit,
          () => calls.editItem(id, item_id, edit),
          ({ task_lane }) => live.tookLane(task_lane),
        ),
        'Your answer was not kept.',
      ),
  }
}
