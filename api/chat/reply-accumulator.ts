import { inAccount, type Tx } from '../../db/in-account.ts'
import type { AiEnd } from '../ai/ai.ts'
import { AiFailure } from '../ai/ai-failure.ts'
import { isClosed } from '../ai-sessions/ai-sessions.ts'
import { lockSession } from '../ai-sessions/rows.ts'
import type { Deps } from '../deps.ts'
import { applyBlock, type Reply } from '../markers/apply-block.ts'
import { type MarkerEvent, MarkerParser } from '../markers/marker-parser.ts'
import type { FixPayload } from '../markers/payloads.ts'
import { secretsIn } from '../redaction/marked-values.ts'
import { selectParameters } from '../redaction/rows.ts'
import type { BegunTurn } from './begin-turn.ts'
import type { TurnEnd } from './end-turn.ts'
import { addEffect } from './message-effects.ts'
import { renewLease } from './rows.ts'
import { type TurnLog, TurnLost } from './turn-log.ts'

/** Characters; a model that goes on beyond them goes round in circles. */
const longestReply = 1_000_000
export const tooLongReply = 'The reply reached its greatest length.'

/** The reply as far as it came: its prose, its blocks and what they did. */
export class ReplyAccumulator {
  readonly kept: Pick<TurnEnd, 'content' | 'reply' | 'effects'> = { content: '', reply: '', effects: [] }
  #parser = new MarkerParser()
  readonly #reply: Reply
  // The last fix of a reply wins, so none is kept before the reply is over.
  #fix: FixPayload | undefined

  constructor(
    private readonly deps: Deps,
    private readonly turn: BegunTurn,
    private readonly log: TurnLog,
  ) {
    const { account_id, session_id, written, secrets } = turn
    const named = { questions: new Set<string>(), checks: new Set<string>() }
    this.#reply = { account_id, session_id, written: { messages: written, ticket: null }, secrets, named }
  }

  /** How many messages the model was told shorter than they are, for a line under the reply. */
  tellShortened(count: number) {
    this.kept.effects = this.kept.effects.filter(({ type }) => type !== 'shortened')
    if (count > 0) this.kept.effects.push({ type: 'shortened', count })
  }

  /** What the engineer has from the ticket is none of his words. */
  compareWith(ticket: string | null) {
    this.#reply.written.ticket = ticket
  }

  /** Takes a reply to its end; throws what its call throws, and `AiFailure` beyond the greatest length. */
  async readAll(words: AsyncGenerator<string, AiEnd>): Promise<AiEnd> {
    this.#parser = new MarkerParser()
    try {
      for (;;) {
        const next = await words.next()
        if (next.done) {
          await this.finish()
          this.log.add({ event: 'usage', data: { model: next.value.model, ...next.value.usage } })
          return next.value
        }
        this.kept.reply += next.value
        if (this.kept.reply.length > longestReply) throw new AiFailure('cut_off', tooLongReply, true)
        await this.#take(this.#parser.push(next.value))
      }
    } finally {
      // A reply that can't be kept is not listened to any longer: the model is let go, and its call recorded.
      await words.return(undefined as never)
    }
  }

  /** The reply is over, or cut: what it held back counts now. */
  async finish(cut?: 'cut'): Promise<void> {
    await this.#take(this.#parser.end(cut === 'cut'), cut === 'cut')
    const fix = this.#fix
    this.#fix = undefined
    if (fix) await this.#apply({ marker: 'SUGGEST_FIX', fix })
  }

  async #take(events: MarkerEvent[], cut = false) {
    for (const event of events) {
      if (event.type === 'text') {
        this.kept.content += event.delta
        this.log.add({ event: 'text', data: { delta: event.delta } })
      } else if (event.type === 'rejected') {
        const rejected = { event: 'rejected', data: { marker: event.marker, reason: event.reason } } as const
        // Of a block that was cut nothing was wrong but that.
        if (!cut) addEffect(this.kept.effects, rejected)
        this.log.add(rejected)
      } else if (event.block.marker === 'SUGGEST_FIX') {
        this.#fix = event.block.fix
      } else {
        await this.#apply(event.block)
      }
    }
  }

  async #apply(block: Parameters<typeof applyBlock>[2]) {
    const { account_id } = this.turn
    for (const applied of await inAccount(this.deps.database, { account_id }, (tx) => this.#applyIn(tx, block))) {
      addEffect(this.kept.effects, applied)
      const { event, data } = applied
      this.log.add({ event, data } as Parameters<TurnLog['add']>[0])
    }
  }

  async #applyIn(tx: Tx, block: Parameters<typeof applyBlock>[2]) {
    // What a turn does that someone else has ended would happen behind the back of the one after it.
    const { account_id, session_id, id } = this.turn
    const [[lease], [session]] = await Promise.all([
      renewLease(tx, account_id, id),
      lockSession(tx, account_id, session_id),
    ])
    if (!lease) throw new TurnLost('The turn was ended by someone else')
    // Resolved or escalated while the reply came: its words are kept, and the state stays as it was posted.
    if (!session || isClosed(session)) return []
    const applied = await applyBlock(tx, this.#reply, block)
    if (block.marker === 'SUGGEST_FIX') await this.#learnSecrets(tx)
    return applied
  }

  /** A fix brings parameters with it: what is secret of them is so from the event on that tells of the fix. */
  async #learnSecrets(tx: Tx) {
    const { account_id, session_id, secrets } = this.turn
    secrets.push(...secretsIn(await selectParameters(tx, account_id, session_id)))
  }
}
