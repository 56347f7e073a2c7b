import { createResource, For, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { headingLook } from './DraftSections.tsx'
import type { EditableDraft } from './editable-draft.ts'
import { compareTexts, type Piece, type SectionDiff, withDraftSection } from './text-diff.ts'

/** A newer draft beside the engineer's text: what differs, and his choice. His text stays until he takes something. */
export function DraftChanged(props: { text: EditableDraft; draft: string }) {
  const mine = () => props.text.text() ?? ''
  const [diff] = createResource(
    () => [mine(), props.draft] as const,
    ([own, draft]) => compareTexts(own, draft),
  )
  // Read without waiting for it: what was compared last stays until the next is there.
  const sections = () => (diff.state === 'ready' || diff.state === 'refreshing' ? (diff.latest ?? []) : [])
  return (
    <section
      aria-label="The draft has changed"
      class="grid grid-cols-[minmax(0,1fr)] gap-2.5 p-3 rounded-md border border-warning-border bg-inset"
    >
      <div>
        <p role="status" class="font-medium text-warning">
          The draft has changed. Your text is as you left it.
        </p>
        <p class="text-sm text-secondary">
          <del class={looks.mine}>Struck through</del> is only in yours, <ins class={looks.draft}>underlined</ins> only
          in the new draft.
        </p>
      </div>
      <Show when={diff.state === 'errored'}>
        <p class="text-sm text-danger">The two could not be compared here. You can still take the one or the other.</p>
      </Show>
      <For each={sections()}>
        {(section) => (
          <ChangedSection
            section={section}
            onTake={() => props.text.put(withDraftSection(mine(), props.draft, section.heading))}
          />
        )}
      </For>
      <div class="flex flex-wrap gap-2">
        <Button small onClick={props.text.keepMine}>
          Keep mine
        </Button>
        <Button small onClick={props.text.takeDraft}>
          Take the new draft
        </Button>
      </div>
    </section>
  )
}

const looks: Record<Exclude<Piece['of'], 'both'>, string> = {
  mine: 'text-danger bg-danger-dim line-through',
  draft: 'text-success bg-success-dim underline underline-offset-2',
}

function ChangedSection(props: { section: SectionDiff; onTake: () => void }) {
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-1">
      <div class="flex items-center gap-2">
        <h3 class={`flex-1 min-w-0 ${headingLook}`}>{props.section.heading}</h3>
        <Show when={props.section.takeable}>
          <Button small variant="ghost" class="-mr-2.5" onClick={() => props.onTake()}>
            Take this section
            <span class="sr-only">: {props.section.heading}</span>
          </Button>
        </Show>
      </div>
      <p class="text-13px leading-normal whitespace-pre-line [overflow-wrap:anywhere]">
        <For each={props.section.pieces}>
          {({ text, of }) => {
            if (of === 'both') return text
            return of === 'mine' ? <del class={looks.mine}>{text}</del> : <ins class={looks.draft}>{text}</ins>
          }}
        </For>
      </p>
    </div>
  )
}
