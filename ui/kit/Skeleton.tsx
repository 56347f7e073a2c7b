import { For } from 'solid-js'

const widths = ['100%', '86%', '94%', '72%']

/** Grey lines where text will be; `label` says in words what is on its way. */
export function Skeleton(props: { lines?: number; label?: string; class?: string }) {
  return (
    <div class={`grid gap-2.5 ${props.class ?? ''}`} role="status">
      <span class="sr-only">{props.label ?? 'Loading…'}</span>
      <For each={Array.from({ length: props.lines ?? 1 }, (_, line) => widths[line % widths.length])}>
        {(width) => (
          <span
            class="h-3 rounded-4px animate-pulse bg-[linear-gradient(90deg,var(--bg-elevated),rgba(148,163,184,.18),var(--bg-elevated))]"
            style={{ width }}
            aria-hidden="true"
          />
        )}
      </For>
    </div>
  )
}
