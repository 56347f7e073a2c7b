import { Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { Icon, type IconName } from '../kit/Icon.tsx'
import type { Message } from './session-page.ts'
import type { TurnFailure } from './turn-state.ts'

type Ending = { icon: IconName; title: string; words: string }

function endingOf(status: Message['status'], failure: TurnFailure | null): Ending | null {
  if (status === 'failed') {
    const reason = failure?.message ?? 'The model stopped answering.'
    return { icon: 'pulse', title: 'The reply was cut off', words: `Your message is saved. ${reason}` }
  }
  if (status === 'interrupted') {
    const words = 'Your message and what came of the reply are saved. The server stopped before the rest.'
    return { icon: 'pulse', title: 'The reply was interrupted', words }
  }
  if (status === 'stopped') return { icon: 'stop', title: 'You stopped this reply', words: 'What was said is kept.' }
  return null
}

type ReplyEndProps = { status: Message['status']; failure: TurnFailure | null; onRetry?: () => void }

/** How a reply ended that did not end by itself: with the way on where there is one, in a line where it is history. */
export function ReplyEnd(props: ReplyEndProps) {
  const mayRetry = () => props.onRetry !== undefined && props.failure?.retryable !== false
  return (
    <Show when={endingOf(props.status, props.failure)}>
      {(ending) => (
        <Show
          when={mayRetry() || props.failure}
          fallback={
            <p class="flex items-start gap-2 text-sm text-secondary">
              <Icon name={ending().icon} size={14} class="mt-0.5" />
              {ending().title}
            </p>
          }
        >
          <section class="grid gap-2.5 px-3.5 pt-11px pb-3.5 rounded-lg border border-line bg-card">
            <h3 class="flex items-center gap-2 text-13px tracking-normal">
              <Icon name={ending().icon} size={15} />
              {ending().title}
            </h3>
            <p class="text-13px leading-normal">{ending().words}</p>
            <Show when={mayRetry()}>
              <div>
                <Button small onClick={() => props.onRetry?.()}>
                  Try again
                </Button>
              </div>
            </Show>
          </section>
        </Show>
      )}
    </Show>
  )
}
