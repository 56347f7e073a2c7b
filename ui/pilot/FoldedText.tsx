import { createEffect, createSignal, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'

const FOLD_LINES = 12
const FOLD_LENGTH = 1_200

/** A text as it was written; one that is long shows its beginning and how much there is. */
export function FoldedText(props: {
  text: string
  lines?: number
  class?: string
  /** Unfolds the text when it becomes true; the reader may fold it again. */
  unfold?: boolean
}) {
  const [open, setOpen] = createSignal(false)
  createEffect(() => props.unfold && setOpen(true))
  const lines = () => props.text.split('\n')
  const limit = () => props.lines ?? FOLD_LINES
  const start = () => lines().slice(0, limit()).join('\n').slice(0, FOLD_LENGTH)
  const isLong = () => start().length < props.text.length
  const size = () => (lines().length > limit() ? `${lines().length} lines` : `${props.text.length} characters`)
  return (
    <>
      <div class={`whitespace-pre-wrap [overflow-wrap:anywhere] ${props.class ?? ''}`}>
        {open() ? props.text : start()}
        {isLong() && !open() ? '…' : ''}
      </div>
      <Show when={isLong()}>
        <Button
          small
          variant="ghost"
          class="justify-self-start -ml-2.5"
          aria-expanded={open()}
          onClick={() => setOpen(!open())}
        >
          {open() ? 'Show less' : `Show all ${size()}`}
        </Button>
      </Show>
    </>
  )
}
