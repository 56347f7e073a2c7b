import { setTimeout as pause } from 'node:timers/promises'
import { isClosed, mustBeOpen } from '../ai-sessions/ai-sessions.ts'
import type { Deps } from '../deps.ts'
import { Failure } from '../errors.ts'
import type { WriteBack } from '../psa/write-back/rows.ts'
import { runWriteBack } from '../psa/write-back/run.ts'
import { beginWriteBack } from './begin-write-back.ts'
import { closeSession, closeWithoutTicket } from './close-session.ts'
import { takeUp, working } from './lease.ts'
import {
  type Answered,
  answeredOnce,
  type Known,
  loadSession,
  mustBeLinked,
  mustBeSameKind,
  type Order,
} from './posting-context.ts'
import type { Posted, Posting } from './posting-schemas.ts'
import { renderNote } from './render-note.ts'
import { mustNotHaveMoved, seeTicket, throwTicketFailed } from './ticket-conflict.ts'

/** So long a second click waits for the first one's answer. */
const patience_ms = 60_000
const between_looks_ms = 300

/**
 * Posts the note to the session's ticket, exactly once, sees that it arrived, and closes the session; without a ticket it
 * closes it here. An attempt that stands half done is taken up where it stands. Of several at once one posts, the others
 * wait for it. Throws `stale_preview`, `ticket_moved`, `already_resolved`, `psa_failed`, `status_not_verified`.
 */
export function postArtifact(deps: Deps, order: Order, posting: Posting): Promise<Answered> {
  return answeredOnce(order, () => post(deps, order, posting))
}

async function post(deps: Deps, order: Order, posting: Posting): Promise<Posted> {
  const start = deps.now()
  for (;;) {
    const known = await loadSession(order)
    mustBeOpen(known.session)
    const under_way = known.open?.state === 'failed' ? undefined : known.open
    if (under_way) mustBeSameKind(order.artifact, under_way)
    const write_back = under_way ? await takeUp(deps, under_way) : await begin(deps, order, posting, known)
    if (write_back === 'local') {
      const posted = await closeHere(deps, order, posting, known)
      if (posted) return posted
    } else if (write_back) {
      return await goOn(deps, order, posting, known, write_back)
    }
    if (deps.now() - start > patience_ms) throw new Failure('conflict', 'Somebody is posting this note right now.')
    await pause(between_looks_ms)
  }
}

/** The attempt that is committed now; nothing, where somebody else has just begun one. */
async function begin(
  deps: Deps,
  order: Order,
  posting: Posting,
  known: Known,
): Promise<WriteBack | 'local' | undefined> {
  if (known.fingerprint !== posting.fingerprint && !posting.accept_stale) {
    throw new Failure('stale_preview', 'What the note rests on has changed since the preview. Nothing was posted.')
  }
  if (!known.session.ticket) return 'local'
  try {
    return await beginWriteBack(deps, order, posting, known, known.session.ticket.ref)
  } catch (error) {
    // What moved the ticket may be the very note that somebody else posts: then he is waited for.
    if (error instanceof Failure && error.code === 'ticket_moved' && (await hasGoneOn(order, known))) return undefined
    throw error
  }
}

async function hasGoneOn(order: Order, { open: before }: Known): Promise<boolean> {
  const { session, open } = await loadSession(order)
  return isClosed(session) || open?.id !== before?.id || open?.updated_at !== before?.updated_at
}

/** Takes an attempt to its end from where it stands, and closes the session with it. */
async function goOn(deps: Deps, order: Order, posting: Posting, known: Known, taken: WriteBack): Promise<Posted> {
  const markdown = known.markdownOf(posting)
  const { ticket_ref, reference } = taken
  const done = await working(
    deps,
    taken,
    (writing) => runWriteBack(writing, taken),
    (provider) => ({
      fresh: { markdown, parts: renderNote(provider, order.artifact, reference, markdown, known.secrets) },
      async lookFirst() {
        // One that has just begun was looked at for that.
        if (!known.open || known.open.state === 'failed') return
        mustBeLinked(known.session, taken)
        const now = await seeTicket(provider, ticket_ref, reference, known.secrets).catch(throwTicketFailed)
        if (!posting.accept_moved) mustNotHaveMoved(known.seen, now)
      },
    }),
  )
  return await close(deps, order, done.markdown, done)
}

async function close(deps: Deps, order: Order, markdown: string, write_back: WriteBack): Promise<Posted> {
  const closing = { ...closingOf(deps, order), markdown, write_back, is_local: false }
  return await order.account.inAccount((tx) => closeSession(tx, closing))
}

async function closeHere(deps: Deps, order: Order, posting: Posting, known: Known): Promise<Posted | undefined> {
  const markdown = known.markdownOf(posting)
  const closing = { ...closingOf(deps, order), markdown, write_back: null, is_local: true }
  const basis = { session: known.session, accept_stale: posting.accept_stale }
  return await order.account.inAccount((tx) => closeWithoutTicket(tx, closing, basis))
}

function closingOf({ now }: Deps, { account, session_id, artifact, request }: Order) {
  const { account_id, user_id } = account
  return { account_id, session_id, user_id, artifact, request, now: new Date(now()).toISOString() }
}
