import { createMemo, createSignal, onCleanup } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'
import { messageOf } from '../api-problem.ts'
import { showToast } from '../kit/toast.tsx'
import { sessionsChanged } from '../sessions/sessions.ts'
import { type LaneEdit, withEdits } from '../task-lane/lane.ts'
import { forgetLastTurn, keepLastTurn, readLastTurn } from './last-turn.ts'
import * as calls from './session-calls.ts'
import type { SessionPage } from './session-page.ts'
import { applyTurnEvent, followTurn, type PilotState, type TurnEvent } from './turn-state.ts'
import { followTurn as followLine, pause, startTurn, type TurnCalls, type TurnLine } from './turn-stream.ts'

/** Milliseconds before a session is read again whose turn could not be followed. */
const AFTER_REFUSAL = 5_000

export type PilotSession = ReturnType<typeof createPilotSession>

/**
 * One session as its page shows it: what was read, kept current by the turns that run in it, and the acts on it. The acts
 * that can be refused say so themselves; only `say` rejects, because the words then belong back to whoever typed them.
 */
export function createPilotSession(page: SessionPage) {
  const { id } = page.session
  const [state, setState] = createStore<PilotState>({
    ...page,
    following: null,
    last_turn: page.turn ?? readLastTurn(id),
    failure: null,
  })
  const [connected, setConnected] = createSignal(true)
  const [starting, setStarting] = createSignal<calls.TurnMessage | 'retry'>()
  const [edits, setEdits] = createSignal<ReadonlyMap<string, LaneEdit>>(new Map())
  let last_edit: Promise<unknown> = Promise.resolve()
  const gone = new AbortController()
  onCleanup(() => gone.abort())

  const show = (next: PilotState) => setState(reconcile(next, { key: 'id' }))
  const line: TurnLine = { pause, onConnected: setConnected, signal: gone.signal }

  async function refresh(): Promise<void> {
    const fresh = await calls.readSession(id)
    if (gone.signal.aborted || state.following) return
    show({ ...unwrap(state), ...fresh })
    if (fresh.turn) void follow(fresh.turn.id)
  }

  async function watch(events: AsyncGenerator<TurnEvent>, onSaved?: () => void): Promise<void> {
    show(followTurn(unwrap(state)))
    try {
      for await (const event of events) {
        show(applyTurnEvent(unwrap(state), event))
        if (event.event === 'turn') {
          keepLastTurn(id, unwrap(state).last_turn)
          onSaved?.()
        } else if (event.event === 'done' && event.data.message.status === 'complete') forgetLastTurn(id)
      }
    } finally {
      setConnected(true)
      setState('following', null)
    }
  }

  /** Shows a turn that runs already; what it changed in passing is read again at its end. */
  function follow(turn_id: string): Promise<void> {
    const events = followLine(calls.runningTurn(id), turn_id, line)
    // A refusal is not asked for again at once: the session may go on naming the turn.
    return watch(events)
      .catch(() => pause(AFTER_REFUSAL, gone.signal))
      .then(refresh)
      .catch(() => {})
  }

  /** Begins a turn and resolves when its message is saved. */
  async function begin(turn: TurnCalls, message: calls.TurnMessage | 'retry'): Promise<void> {
    setStarting(message)
    // The server takes the answers that it has: those on their way to it must be there first.
    await last_edit
    const saved = Promise.withResolvers<void>()
    watch(startTurn(turn, line), saved.resolve)
      .then(saved.resolve, saved.reject)
      .then(refresh)
      .catch(() => {})
    await saved.promise.finally(() => setStarting(undefined))
  }

  async function told(act: Promise<unknown>, what: string): Promise<void> {
    await act.catch((thrown) => showToast(`${what} ${messageOf(thrown)}`, { tone: 'danger' }))
  }

  async function editSession(edit: calls.SessionEdit): Promise<void> {
    setState('session', reconcile(await calls.editSession(id, edit)))
    void sessionsChanged()
  }

  /** Edits reach the server one after the other, so that its last answer is the newest lane. */
  async function editItem(item_id: string, edit: LaneEdit): Promise<void> {
    setEdits((all) => new Map(all).set(item_id, edit))
    try {
      const taken = last_edit.then(() => calls.editItem(id, item_id, edit))
      last_edit = taken.catch(() => {})
      setState('task_lane', reconcile((await taken).task_lane, { key: 'id' }))
    } finally {
      setEdits((all) => new Map([...all].filter(([, other]) => other !== edit)))
    }
  }

  const refreshWhenSeen = () => document.visibilityState === 'visible' && void refresh().catch(() => {})
  document.addEventListener('visibilitychange', refreshWhenSeen)
  onCleanup(() => document.removeEventListener('visibilitychange', refreshWhenSeen))

  if (page.turn) void follow(page.turn.id)

  return {
    id,
    state,
    /** False while the line to a running reply is down. */
    connected,
    /** What is on its way to the server and not saved yet. */
    sending: () => {
      const message = starting()
      return message === 'retry' ? undefined : message
    },
    /** The lane with the edits that are on their way. */
    lane: createMemo(() => withEdits(state.task_lane, edits())),
    busy: () => starting() !== undefined || state.turn !== null,
    /** Resolves when the message is saved; the reply then goes on by itself. */
    say: (message: calls.TurnMessage) => begin(calls.messageTurn(id, message), message),
    /** Asks for another reply to the message that this turn answered. */
    retry: (turn_id: string) => told(begin(calls.retriedTurn(id, turn_id), 'retry'), 'There is no new reply.'),
    stop: () => state.turn && told(calls.stopTurn(id, state.turn.id), 'The reply goes on.'),
    rename: (title: string) => told(editSession({ title }), 'The title is unchanged.'),
    setStatus: (status: NonNullable<calls.SessionEdit['status']>) =>
      told(editSession({ status }), 'The status is unchanged.'),
    editItem: (item_id: string, edit: LaneEdit) => told(editItem(item_id, edit), 'Your answer was not kept.'),
  }
}
