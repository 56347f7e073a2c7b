import { createSignal, For, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { Icon } from '../kit/Icon.tsx'
import type { ArtifactPreview } from './artifact-calls.ts'

/** Who wrote a draft, and what was kept out of it: secrets, and sentences that nothing establishes. */
export function DraftOrigin(props: { preview: ArtifactPreview }) {
  const redacted = () => props.preview.redacted.reduce((sum, { count }) => sum + count, 0)
  const kinds = () => props.preview.redacted.map(({ kind }) => kind.replaceAll('_', ' ')).join(', ')
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-1 text-sm text-secondary empty:hidden">
      <Show when={props.preview.written_by === 'state'}>
        <p class="flex items-start gap-2">
          <Icon name="alert" size={14} class="mt-0.5 text-warning" />
          <span class="min-w-0">Written from the state alone: {inSentence(props.preview.state_reason)}</span>
        </p>
      </Show>
      <Show when={redacted() > 0}>
        <p class="flex items-start gap-2">
          <Icon name="lock" size={14} class="mt-0.5" />
          <span class="min-w-0">
            {redacted() === 1 ? '1 secret was' : `${redacted()} secrets were`} left out: {kinds()}
          </span>
        </p>
      </Show>
      <Show when={props.preview.dropped.length > 0}>
        <LeftOut dropped={props.preview.dropped} />
      </Show>
    </div>
  )
}

const inSentence = (reason: string | null) =>
  reason ? reason.charAt(0).toLowerCase() + reason.slice(1) : 'the model was not asked.'

/** Sentences that the model wrote and that the note does not have. */
function LeftOut(props: { dropped: ArtifactPreview['dropped'] }) {
  const [open, setOpen] = createSignal(false)
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-1">
      <Button
        small
        variant="ghost"
        class="justify-self-start -ml-2.5"
        aria-expanded={open()}
        onClick={() => setOpen(!open())}
      >
        <Icon name="chevron-down" size={14} class={open() ? 'rotate-180' : ''} />
        {props.dropped.length === 1 ? '1 sentence was left out' : `${props.dropped.length} sentences were left out`}
      </Button>
      <Show when={open()}>
        <ul class="grid grid-cols-[minmax(0,1fr)] gap-2 px-2.5 py-2 rounded-md border border-line bg-inset">
          <For each={props.dropped}>
            {({ text, why }) => (
              <li class="[overflow-wrap:anywhere]">
                <s>{text}</s>
                <span class="block text-primary">{why}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}
