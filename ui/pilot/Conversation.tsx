import { createEffect, createMemo, For, on, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { FoldedText } from './FoldedText.tsx'
import type { PilotSession } from './pilot-session.ts'
import { Reply } from './Reply.tsx'
import type { WayOn } from './ReplyEnd.tsx'
import { replyActions } from './reply-actions.ts'
import type { Message } from './session-page.ts'
import { createStickToEnd } from './stick-to-end.ts'

/** What was said in a session, kept at its end while a reply grows, unless the reader has scrolled away. */
export function Conversation(props: { pilot: PilotSession; mayWrite: boolean }) {
  const { pilot } = props
  const stick = createStickToEnd(`flowpilot:scroll:${pilot.id}`)
  createEffect(on(pilot.sending, (message) => message && stick.jump()))
  const leaving = () => {
    const message = pilot.sending()
    if (!message) return ''
    const count = message.item_ids?.length ?? 0
    const answers = count === 0 ? '' : `${count} ${count === 1 ? 'answer' : 'answers'} from the task lane`
    return [answers, message.content].filter(Boolean).join('\n\n')
  }
  const waysOn = (message: Message): WayOn[] => {
    if (!props.mayWrite || pilot.busy()) return []
    const { go_on, retry } = replyActions(pilot.state.messages, message)
    return [
      go_on ? { label: 'Continue', go: () => void pilot.goOn(go_on) } : [],
      retry ? { label: 'Try again', go: () => void pilot.retry(retry) } : [],
    ].flat()
  }
  return (
    <div class="relative grid grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] min-h-0">
      <h2 class="sr-only">Conversation</h2>
      {/* Live announcements are off: the words come in pieces, and are read out once the reply is whole. */}
      <div
        ref={stick.box}
        role="log"
        aria-live="off"
        aria-label="Conversation"
        tabindex="0"
        class="flex flex-col overflow-y-auto px-4 pt-6 pb-4 md:px-6 [scrollbar-width:thin] -outline-offset-2"
      >
        <div ref={stick.content} class="flex flex-col gap-5 w-full max-w-measure mx-auto mt-auto">
          <For each={pilot.state.messages} fallback={<NothingSaid shown={!leaving()} />}>
            {(message) => (
              <Show when={message.role === 'assistant'} fallback={<Said text={message.content} />}>
                <Reply
                  message={message}
                  known={pilot.state}
                  connected={pilot.connected()}
                  isLast={message.id === pilot.state.messages.at(-1)?.id}
                  ways={waysOn(message)}
                />
              </Show>
            )}
          </For>
          <Show when={leaving()}>{(text) => <Said text={text()} leaving />}</Show>
        </div>
      </div>
      <Show when={!stick.atEnd()}>
        <Button
          small
          icon="chevron-down"
          class="absolute bottom-2 left-1/2 -translate-x-1/2 !bg-card shadow-pop"
          onClick={stick.jump}
        >
          Jump to latest
        </Button>
      </Show>
      <FinishedReply pilot={pilot} />
    </div>
  )
}

function Said(props: { text: string; leaving?: boolean }) {
  return (
    <div
      class="self-end max-w-86% min-w-0 px-3.5 py-2.5 rounded-[14px_14px_4px_14px] bg-elevated"
      classList={{ 'opacity-60': props.leaving }}
      aria-busy={props.leaving}
    >
      <span class="sr-only">{props.leaving ? 'Sending: ' : 'You: '}</span>
      <FoldedText text={props.text} />
    </div>
  )
}

function NothingSaid(props: { shown: boolean }) {
  return (
    <Show when={props.shown}>
      <EmptyState icon="plane" title="Nothing said yet">
        Describe what you see, or paste output. FlowPilot answers here and keeps what it learns in the task lane.
      </EmptyState>
    </Show>
  )
}

/** Reads a reply out once it has ended while the page was looking on. */
function FinishedReply(props: { pilot: PilotSession }) {
  const words = createMemo<{ writing: boolean; said: string }>(
    (before) => {
      const last = props.pilot.state.messages.at(-1)
      const writing = last?.status === 'streaming'
      const ended = before.writing && !writing && last?.role === 'assistant'
      return { writing, said: ended ? `FlowPilot: ${last.content}` : writing ? '' : before.said }
    },
    { writing: false, said: '' },
  )
  return (
    <div class="sr-only" aria-live="polite">
      {words().said}
    </div>
  )
}
