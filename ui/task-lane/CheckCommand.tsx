import { createSignal, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { CopyButton } from '../kit/CopyButton.tsx'
import { Icon } from '../kit/Icon.tsx'
import { IconButton } from '../kit/IconButton.tsx'

/** Longest line, in characters, that the lane shows whole. */
const FITS = 44

/** A command to copy. One that disrupts has to be confirmed first, and says so. */
export function CheckCommand(props: { command: string; disruptive: boolean }) {
  const [whole, setWhole] = createSignal(false)
  const [confirmed, setConfirmed] = createSignal(false)
  const isLong = () => props.command.length > FITS || props.command.includes('\n')
  return (
    <>
      <div class="flex items-start gap-1 py-5px pl-2.5 pr-1.5 rounded-md border border-line bg-inset">
        <code
          class="flex-1 min-w-0 py-3px text-code-text"
          classList={{ truncate: !whole(), 'whitespace-pre-wrap [overflow-wrap:anywhere]': whole() }}
        >
          {props.command}
        </code>
        <Show when={isLong()}>
          <IconButton
            icon="chevron-down"
            class={whole() ? 'rotate-180' : ''}
            size={14}
            label={whole() ? 'Show less of the command' : 'Show the whole command'}
            aria-expanded={whole()}
            onClick={() => setWhole(!whole())}
          />
        </Show>
        <Show when={!props.disruptive || confirmed()}>
          <CopyButton text={props.command} label="Copy the command" />
        </Show>
      </div>
      <Show when={props.disruptive}>
        <div class="grid gap-2 px-2.5 py-2 rounded-md border border-warning-border bg-warning-dim text-sm">
          <p class="flex items-start gap-2 text-warning">
            <Icon name="alert" size={14} class="mt-0.5" />
            This can interrupt people or services. Read it before you run it.
          </p>
          <Show when={!confirmed()}>
            <div>
              <Button small onClick={() => setConfirmed(true)}>
                I have read it, let me copy it
              </Button>
            </div>
          </Show>
        </div>
      </Show>
    </>
  )
}
