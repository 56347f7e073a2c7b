import { createSignal, For, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { RelativeTime } from '../kit/RelativeTime.tsx'
import type { EditableDraft } from './editable-draft.ts'
import type { Version } from './revisions.ts'

/** Characters of a version that the list shows, from where it differs from the text that stands there. */
const EXCERPT = 90

/** Undo, redo and every text that stood here, to put there again. */
export function TextVersions(props: { text: EditableDraft }) {
  const { text } = props
  const [open, setOpen] = createSignal(false)
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div class="flex flex-wrap items-center gap-1 -ml-1">
        <IconButton icon="undo" label="Undo" class="w-7 h-7" disabled={!text.mayUndo()} onClick={text.undo} />
        <IconButton icon="redo" label="Redo" class="w-7 h-7" disabled={!text.mayRedo()} onClick={text.redo} />
        <Button small variant="ghost" aria-expanded={open()} onClick={() => setOpen(!open())}>
          Versions ({text.versions().length})
        </Button>
        <Show when={text.isOwn()}>
          <Button small variant="ghost" onClick={text.takeDraft}>
            Reset to the draft
          </Button>
        </Show>
      </div>
      <Show when={open()}>
        <ul
          ref={(list) => queueMicrotask(() => list.scrollIntoView({ block: 'nearest' }))}
          aria-label="Versions"
          tabindex="0"
          class="grid grid-cols-[minmax(0,1fr)] max-h-56 overflow-y-auto px-2.5 rounded-md border border-line bg-inset [&>li+li]:border-t"
        >
          <For each={text.versions()}>
            {(version) => (
              <VersionLine version={version} present={text.text() ?? ''} onRestore={() => text.restore(version)} />
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}

function VersionLine(props: { version: Version; present: string; onRestore: () => void }) {
  const who = () => (props.version.by === 'engineer' ? 'You' : 'Draft')
  return (
    <li class="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2 py-1.5 text-sm">
      <p class="min-w-0">
        <span class="text-secondary">
          {who()} · <RelativeTime time={props.version.at} ago />
        </span>
        <span class="block truncate">{excerptOf(props.version.text, props.present)}</span>
      </p>
      <Show when={props.version.text !== props.present} fallback={<span class="text-xs text-faint">shown</span>}>
        <Button small variant="ghost" onClick={() => props.onRestore()}>
          Restore
        </Button>
      </Show>
    </li>
  )
}

/** The words around the first difference: the beginnings of two notes are mostly the same. */
function excerptOf(text: string, present: string): string {
  let at = 0
  while (at < text.length && text[at] === present[at]) at++
  const start = at >= text.length ? 0 : Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 12)) + 1)
  const words = text
    .slice(start, start + EXCERPT)
    .replace(/\s+/g, ' ')
    .trim()
  return start > 0 ? `… ${words}` : words
}
