import { createSignal, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { FoldedText } from '../pilot/FoldedText.tsx'
import type { LaneItem } from './lane.ts'
import { messageWords } from './message-words.ts'

/** What the model will read of these items and the engineer's own text, on request. */
export function MessagePreview(props: { items: LaneItem[]; own: string }) {
  const [open, setOpen] = createSignal(false)
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-2 px-3 pb-2.5">
      <Button
        small
        variant="ghost"
        class="justify-self-start -ml-2.5"
        aria-expanded={open()}
        onClick={() => setOpen(!open())}
      >
        {open() ? 'Hide what the model will read' : 'Show what the model will read'}
      </Button>
      <Show when={open()}>
        <section
          aria-label="What the model will read"
          tabindex="0"
          class="grid max-h-72 overflow-y-auto px-2.5 py-2 rounded-md border border-line bg-inset"
        >
          <FoldedText text={messageWords(props.items, props.own)} class="text-12px leading-normal" />
        </section>
      </Show>
    </div>
  )
}
