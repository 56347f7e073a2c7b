import type { AiEnd } from '../ai/ai.ts'
import { AiFailure } from '../ai/ai-failure.ts'
import type { Deps } from '../deps.ts'
import { markerPrompt } from '../markers/marker-prompt.ts'
import { redactDeep } from '../redaction/redact-deep.ts'
import { readTicket } from '../tickets/ticket-context.ts'
import type { BegunTurn } from './begin-turn.ts'
import { chatPrompt } from './chat-prompt.ts'
import { endTurn, type TurnEnd } from './end-turn.ts'
import { fitConversation, sizeOf } from './fit-conversation.ts'
import { ReplyAccumulator, tooLongReply } from './reply-accumulator.ts'
import { type Reader, TurnLog, TurnLost } from './turn-log.ts'

const longestReply_tokens = 8000

/** Asks the model and keeps what it says, to the end, whoever is still listening. Never throws. */
export async function runTurn(deps: Deps, turn: BegunTurn, reader: Reader): Promise<void> {
  const stopping = new AbortController()
  const log = new TurnLog(deps.database, turn, turn.first_event.id + 1, reader, (reason) => stopping.abort(reason))
  const said = new ReplyAccumulator(deps, turn, log)
  try {
    reader.publish([turn.first_event])
    const ticket = await readTicket(deps.psa, turn.account_id, turn.ticket_ref, turn.secrets)
    said.compareWith(ticket.text)
    const end = await askModel(deps, turn, said, ticket.context, stopping.signal)
    await endTurn(deps, turn, log, reader.publish, { ...said.kept, ...howItEnded(end) })
  } catch (error) {
    await said.finish('cut').catch(() => {})
    const end = howItFailed(error, stopping.signal)
    if (!(end.failure?.code === 'ai_failed' || end.status === 'stopped'))
      deps.log.error('turn failed', { turn_id: turn.id, error })
    await endTurn(deps, turn, log, reader.publish, { ...said.kept, ...end }).catch((failed) => {
      // Its lease runs out, and whoever looks next marks it as interrupted.
      deps.log.error('turn not ended', { turn_id: turn.id, error: failed })
    })
  }
}

/** Asks with as much of the conversation as the model takes; where it turns out to take less, once more with half of it. */
async function askModel(
  deps: Deps,
  turn: BegunTurn,
  said: ReplyAccumulator,
  ticket: string[],
  signal: AbortSignal,
): Promise<AiEnd> {
  const { account_id, session_id, secrets } = turn
  const sections = [chatPrompt, markerPrompt]
  const ask = turn.ask.toSpliced(-1, 0, ...ticket)
  // Before anything is cut: a value may have become known as secret since it was said, and half of one is not known.
  const earlier = redactDeep(turn.conversation, secrets)
  const askWithin = async (most: number) => {
    const { conversation, shortened } = fitConversation(earlier, most)
    said.tellShortened(shortened)
    const prompt = { sections, conversation, ask }
    const call = { purpose: 'chat', account_id, session_id, prompt, secrets, signal } as const
    return await said.readAll(deps.ai.stream({ ...call, max_tokens: longestReply_tokens }))
  }
  const room = deps.ai.roomFor('chat', longestReply_tokens, [...sections, ...ask])
  const asItIs = Math.min(room, sizeOf(earlier))
  try {
    const end = await askWithin(room)
    if (end.stop_reason !== 'model_context_window_exceeded' || said.kept.reply !== '') return end
  } catch (error) {
    if (!(error instanceof AiFailure && error.code === 'too_long') || asItIs === 0) throw error
  }
  return await askWithin(Math.floor(asItIs / 2))
}

type Ending = Pick<TurnEnd, 'status' | 'failure'>

function howItEnded({ stop_reason }: AiEnd): Ending {
  switch (stop_reason) {
    case 'end_turn':
    case 'stop_sequence':
      return { status: 'done', failure: null }
    case 'refusal':
      return failed('The model declined to answer this.', false)
    case 'max_tokens':
      return failed(tooLongReply, true)
    case 'model_context_window_exceeded':
      return failed('The conversation is too long for the model to finish its reply.', true)
    default:
      return failed(`The model stopped for a reason that FlowPilot does not know: ${stop_reason}.`, true)
  }
}

function howItFailed(error: unknown, { aborted, reason }: AbortSignal): Ending {
  if (aborted && reason === 'asked') return { status: 'stopped', failure: null }
  if (error instanceof TurnLost || (aborted && reason instanceof TurnLost)) return { status: 'lost', failure: null }
  if (error instanceof AiFailure && !aborted) {
    const failure = failed(error.message, error.retryable)
    return error.code === 'fell_silent' ? { ...failure, status: 'interrupted' } : failure
  }
  return {
    status: 'failed',
    failure: { code: 'unavailable', message: 'The reply could not be kept.', retryable: true },
  }
}

const failed = (message: string, retryable: boolean): Ending => ({
  status: 'failed',
  failure: { code: 'ai_failed', message, retryable },
})
