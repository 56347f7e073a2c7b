import { batch, createSignal } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'
import { sessionsChanged } from '../sessions/sessions.ts'
import { coalesce } from './coalesce.ts'
import { nextHidden, nextOffline, pause, untilSeen } from './connectivity.ts'
import * as calls from './session-calls.ts'
import type { SessionVersion } from './session-changes.ts'
import type { Fact, SessionPage, SuggestedFix, TaskLane } from './session-page.ts'
import { followShared } from './shared-changes.ts'
import { backOff, isRefusal } from './sse-stream.ts'
import { takeFreePlace, takePlace } from './turn-places.ts'
import { applyTurnEvent, followTurn, type PilotState, type TurnEvent, withPage } from './turn-state.ts'
import { followTurn as followLine, startTurn, type TurnCalls, type TurnLine } from './turn-stream.ts'

/** Milliseconds between two readings of the session: three a second, however much changes. */
const BETWEEN_READINGS = 350
/** Milliseconds before a session is read again whose turn could not be followed. */
const AFTER_REFUSAL = 5_000

/**
 * A session as the server has it, until the signal aborts: the page that was read, the events of the turn that runs,
 * whoever began it, and the page again whenever anybody changed the session. `onReachable` is told whether the server is.
 */
export function createLiveSession(page: SessionPage, gone: AbortSignal, onReachable: (reachable: boolean) => void) {
  const { id } = page.session
  const [state, setState] = createStore<PilotState>({
    ...page,
    following: null,
  })
  const [connected, setConnected] = createSignal(true)
  const line: TurnLine = {
    ...{ pause, lost: nextOffline, onConnected: setConnected, signal: gone },
    ...{ place: takePlace, freePlace: takeFreePlace },
  }
  // Counts what was learnt otherwise than by reading the session: a reading that began before is older than that.
  let learnt = 0
  let awaited: (() => void)[] = []

  const show = (next: PilotState) => setState(reconcile(next, { key: 'id' }))

  async function read(): Promise<void> {
    const learnt_before = learnt
    const waiting = awaited
    awaited = []
    const waitOn = () => {
      awaited = [...waiting, ...awaited]
    }
    const fresh = await calls.readSession(id).catch((thrown) => {
      if (isRefusal(thrown)) return
      waitOn()
      throw thrown
    })
    if (fresh && learnt !== learnt_before) {
      waitOn()
      return refresh()
    }
    if (fresh && !gone.aborted) took(fresh)
    for (const tell of waiting) tell()
  }

  function took(fresh: SessionPage): void {
    const { title, status } = state.session
    show(withPage(unwrap(state), fresh))
    if (title !== fresh.session.title || status !== fresh.session.status) void sessionsChanged()
    if (fresh.turn && !state.following) follow(fresh.turn.id)
  }

  const refresh = coalesce(read, (failures) => pause(failures > 0 ? backOff(failures) : BETWEEN_READINGS, gone))

  /** Shows the events of a turn as they come; `onSaved` is called when its message is saved. */
  async function watch(events: AsyncGenerator<TurnEvent>, onSaved?: () => void): Promise<void> {
    learnt++
    show(followTurn(unwrap(state)))
    try {
      for await (const event of events) {
        if (event.event !== 'text') learnt++
        show(applyTurnEvent(unwrap(state), event))
        if (event.event === 'turn') onSaved?.()
      }
    } finally {
      setConnected(true)
      setState('following', null)
    }
  }

  /** Shows a turn that runs already; what else changed in passing is read again at its end. */
  function follow(turn_id: string): void {
    watch(followLine(calls.runningTurn(id), turn_id, line))
      // A refusal is not asked for again at once: the session may go on naming the turn.
      .catch(() => pause(AFTER_REFUSAL, gone))
      .then(refresh, () => {})
  }

  function watchChanges(): Promise<void> {
    const lost = () => AbortSignal.any([nextOffline(), nextHidden()])
    const changesLine = { pause, lost, seen: untilSeen, onConnected: onReachable, signal: gone }
    return followShared(id, calls.openChanges, changesLine, (version) => {
      if (!isShown(version)) refresh()
    })
  }

  const isShown = ({ state_version, updated_at }: SessionVersion) =>
    state.session.state_version === state_version && state.session.updated_at === updated_at

  if (page.turn) follow(page.turn.id)
  watchChanges().catch(() => {})

  return {
    id,
    state,
    /** False while the line to a running reply is down. */
    connected,
    /** Begins a turn and resolves when its message is saved; the same key never saves it twice. */
    begin(turn: TurnCalls, key: string): Promise<void> {
      const saved = Promise.withResolvers<void>()
      watch(startTurn(turn, key, line), saved.resolve)
        .then(saved.resolve, saved.reject)
        .then(refresh)
      return saved.promise
    },
    tookSession(session: SessionPage['session']): void {
      learnt++
      setState('session', reconcile(session))
      void sessionsChanged()
    },
    tookLane(task_lane: TaskLane): void {
      learnt++
      setState('task_lane', reconcile(task_lane, { key: 'id' }))
    },
    tookFacts(change: (facts: Fact[]) => Fact[]): void {
      learnt++
      setState('facts', reconcile(change(unwrap(state).facts), { key: 'id' }))
    },
    /** A fix that a newer one has replaced meanwhile changes nothing here. */
    tookFix(fix: SuggestedFix): void {
      learnt++
      if (state.suggested_fix?.id !== fix.id) return
      setState('suggested_fix', fix.status === 'dismissed' ? null : reconcile(fix))
    },
    /** A posting has ended the session. */
    tookEnd(session: SessionPage['session']): void {
      learnt++
      batch(() => {
        setState('session', reconcile(session))
        setState('write_back', null)
      })
      void sessionsChanged()
      // What became of the ticket's status is the posting's, which is over by now.
      refresh()
    },
    /** Reads the session again, as it is on the server now. */
    refresh,
    /** The same; resolves when the server was asked after this and has answered, however long it is away. */
    reread(): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>()
      awaited.push(resolve)
      refresh()
      return promise
    },
  }
}
