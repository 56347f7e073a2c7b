import { batch, createEffect, createSignal, onCleanup } from 'solid-js'
import { ApiProblem } from '../api-problem.ts'
import { showToast } from '../kit/toast.tsx'
import type { PilotSession } from '../pilot/pilot-session.ts'
import { openWriteBack, type SessionPage } from '../pilot/session-page.ts'
import type { ArtifactKind } from './artifacts.ts'
import { endingOf, endingWords } from './ending.ts'
import { type Doing, isLost, type Refused } from './posting-action.ts'
import * as calls from './posting-calls.ts'

/** Milliseconds between two looks at a posting that somebody is at: not every one of its steps is told. */
const BETWEEN_LOOKS = 2_000

/**
 * The way of a note to its ticket: one act at a time, each click sent under a key of its own, and after every failure the
 * session as the server knows it by then. `onEnd` is called when the session has ended by it.
 */
export function createPosting(pilot: PilotSession, nameOf: (ref: string | undefined) => string, onEnd: () => void) {
  const [doing, setDoing] = createSignal<Doing>()
  const [refused, setRefused] = createSignal<Refused>()
  let click = { asked: '', key: '' }

  createEffect(() => {
    if (!openWriteBack(pilot.state)?.is_running) return
    const timer = setInterval(pilot.refresh, BETWEEN_LOOKS)
    onCleanup(() => clearInterval(timer))
  })

  async function run(
    now: Omit<Doing, 'asking'>,
    body: calls.PostBody | undefined,
    send: (key: string) => Promise<calls.Posted>,
  ) {
    // Two clicks in one moment are one.
    if (doing()) return
    batch(() => {
      setDoing({ ...now, asking: false })
      setRefused(undefined)
    })
    const asked = JSON.stringify([now.kind, now.act, body])
    // A click whose answer was lost keeps its key: made once more, it is the same click.
    if (click.asked !== asked) click = { asked, key: crypto.randomUUID() }
    try {
      ended(now.kind, await send(click.key))
    } catch (thrown) {
      await failed(now, body, thrown)
    } finally {
      setDoing(undefined)
    }
  }

  function ended(kind: ArtifactKind, posted: calls.Posted): void {
    click = { asked: '', key: '' }
    const ending = endingOf(kind, posted)
    onEnd()
    pilot.tookEnd(posted.session)
    showToast(endingWords(ending, nameOf(posted.session.ticket?.ref)))
  }

  async function failed(now: Omit<Doing, 'asking'>, body: calls.PostBody | undefined, thrown: unknown): Promise<void> {
    const lost = isLost(thrown)
    if (lost) setDoing({ ...now, asking: true })
    else click = { asked: '', key: '' }
    await pilot.reread()
    // Whoever did it: it is done, and the session says so.
    if (!isOver(pilot.state.session)) setRefused({ kind: now.kind, act: now.act, thrown, body })
  }

  return {
    doing,
    refused,
    /** What was wrong with one field of the last click. */
    errorAt(path: string): string | null {
      const thrown = refused()?.thrown
      return thrown instanceof ApiProblem ? thrown.errorAt(path) : null
    },
    forget: () => setRefused(undefined),
    /** Posts this text, or ends the session here where no ticket is linked. */
    post(kind: ArtifactKind, json: calls.PostBody): void {
      const ticket_ref = openWriteBack(pilot.state)?.ticket_ref ?? pilot.session().ticket?.ref
      void run({ kind, act: 'post', ticket_ref }, json, (key) => calls.postArtifact(pilot.id, kind, json, key))
    },
    /** Goes on with a posting that stopped. */
    settle(act: calls.Settling): void {
      const open = openWriteBack(pilot.state)
      if (!open) return
      const { kind, ticket_ref } = open
      const send = (key: string) => calls.settleArtifact(pilot.id, kind, act, key)
      void run({ kind, act, ticket_ref }, undefined, send)
    },
  }
}

/** Whether a session has ended with a note or a package. */
export const isOver = ({ status }: SessionPage['session']) => status === 'resolved' || status === 'escalated'
