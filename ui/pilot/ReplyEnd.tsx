import { For, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { Icon, type IconName } from '../kit/Icon.tsx'
import type { Message } from './session-page.ts'

type Ending = { icon: IconName; title: string; words: string }

function endingOf({ status, content, failure }: Message): Ending | null {
  const title = content.trim() ? 'The reply was cut off' : 'There is no reply'
  if (status === 'failed') {
    const reason = failure?.message ?? 'The model stopped answering.'
    return { icon: 'pulse', title, words: `Your message is saved. ${reason}` }
  }
  if (status === 'interrupted') {
    const reason = failure?.message ?? 'The server stopped before the reply was whole.'
    return { icon: 'pulse', title, words: `Your message is saved. ${reason}` }
  }
  if (status === 'stopped') return { icon: 'stop', title: 'You stopped this reply', words: 'What was said is kept.' }
  return null
}

/** A way on, as its button says it. */
export type WayOn = { label: string; go: () => void }

type ReplyEndProps = { message: Message; isLast: boolean; ways: WayOn[] }

/** How a reply ended that did not end by itself: with the ways on where there are some, in a line where it is history. */
export function ReplyEnd(props: ReplyEndProps) {
  return (
    <Show when={endingOf(props.message)}>
      {(ending) => (
        <Show
          when={props.isLast}
          fallback={
            <p class="flex items-start gap-2 text-sm text-secondary">
              <Icon name={ending().icon} size={14} class="mt-0.5" />
              <span class="min-w-0 [overflow-wrap:anywhere]">
                {ending().title}
                <Show when={props.message.failure}>{(failure) => <>. {failure().message}</>}</Show>
              </span>
            </p>
          }
        >
          <section class="grid gap-2.5 px-3.5 pt-11px pb-3.5 rounded-lg border border-line bg-card">
            <h3 class="flex items-center gap-2 text-13px tracking-normal">
              <Icon name={ending().icon} size={15} />
              {ending().title}
            </h3>
            <p class="text-13px leading-normal">{ending().words}</p>
            <Show when={props.ways.length > 0}>
              <div class="flex flex-wrap gap-2">
                <For each={props.ways}>
                  {(way) => (
                    <Button small onClick={() => way.go()}>
                      {way.label}
                    </Button>
                  )}
                </For>
              </div>
            </Show>
          </section>
        </Show>
      )}
    </Show>
  )
}
