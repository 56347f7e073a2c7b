import { For, Show } from 'solid-js'
import { Icon } from '../kit/Icon.tsx'
import { Markdown } from '../kit/Markdown.tsx'
import { effectLines, type Known } from './effect-lines.ts'
import { placeId } from './navigate-to.ts'
import { ReplyEnd, type WayOn } from './ReplyEnd.tsx'
import type { Message } from './session-page.ts'

type ReplyProps = {
  message: Message
  known: Known
  connected: boolean
  /** Nothing was said after it. */
  isLast: boolean
  /** What can be done about a reply that did not end by itself. */
  ways: WayOn[]
}

/** What the assistant said: its words, what they did to the lane, and how it ended if not well. */
export function Reply(props: ReplyProps) {
  const writing = () => props.message.status === 'streaming'
  return (
    <article
      id={placeId({ kind: 'message', id: props.message.id })}
      tabindex="-1"
      aria-label="FlowPilot"
      class="outline-none scroll-mt-6 grid grid-cols-[minmax(0,1fr)] gap-2.5 min-w-0"
    >
      <Show when={props.message.content} fallback={<Waiting shown={writing()} />}>
        <Markdown text={props.message.content} writing={writing()} />
      </Show>
      <For each={effectLines(props.message.effects, props.known)}>
        {(line) => (
          <p class="flex items-start gap-2 text-sm text-secondary">
            <Icon name={line.icon} size={14} class={`mt-0.5 ${line.look}`} />
            <span class="min-w-0 [overflow-wrap:anywhere]">{line.text}</span>
          </p>
        )}
      </For>
      <Show when={writing() && !props.connected}>
        <p role="status" class="flex items-start gap-2 text-sm text-warning">
          <Icon name="refresh" size={14} class="mt-0.5" />
          The connection dropped. The reply goes on without it; reconnecting…
        </p>
      </Show>
      <ReplyEnd message={props.message} isLast={props.isLast} ways={props.ways} />
    </article>
  )
}

function Waiting(props: { shown: boolean }) {
  return (
    <Show when={props.shown}>
      <p class="flex items-center gap-2 text-sm text-secondary">
        <span class="caret" aria-hidden="true" />
        Reading what you sent…
      </p>
    </Show>
  )
}
