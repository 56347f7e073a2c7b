import { onMount, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'

type FactConflictProps = {
  ordinal: number
  yours: string
  /** Null when somebody else has removed the fact. */
  theirs: string | null
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Two engineers have changed the same fact: both texts, until one of them decides. */
export function FactConflict(props: FactConflictProps) {
  let box: HTMLElement | undefined
  onMount(() => {
    // What had the focus went away with the row; who is at work elsewhere is left there.
    if (document.activeElement === document.body) box?.focus()
  })
  const isRemoved = () => props.theirs === null
  return (
    <section
      ref={box}
      tabindex="-1"
      aria-label={`Two versions of F${props.ordinal}`}
      class="grid gap-2 p-2.5 rounded-md border border-warning-border bg-warning-dim"
    >
      <p role="alert" class="text-sm text-warning">
        Somebody {isRemoved() ? 'removed' : 'changed'} F{props.ordinal} while you did. Nothing is lost.
      </p>
      <div class="grid grid-cols-[repeat(auto-fit,minmax(120px,1fr))] gap-2">
        <Version name="Yours" text={props.yours} />
        <Show when={props.theirs !== null} fallback={<Version name="Theirs" text="Removed" />}>
          <Version name="Theirs" text={props.theirs ?? ''} />
        </Show>
      </div>
      <div class="flex flex-wrap gap-2">
        <Button small onClick={() => props.onKeepMine()}>
          Keep mine
        </Button>
        <Button small variant="ghost" onClick={() => props.onTakeTheirs()}>
          {isRemoved() ? 'Leave it removed' : 'Take theirs'}
        </Button>
      </div>
    </section>
  )
}

function Version(props: { name: string; text: string }) {
  return (
    <div class="grid content-start gap-0.5 px-2 py-1.5 rounded-sm border border-line-hover bg-inset min-w-0">
      <h3 class="text-xs text-secondary tracking-normal">{props.name}</h3>
      <p class="[overflow-wrap:anywhere]">{props.text}</p>
    </div>
  )
}
