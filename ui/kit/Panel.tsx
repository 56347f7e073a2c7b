import { type JSX, Show } from 'solid-js'
import { Icon, type IconName } from './Icon.tsx'

/** The head of a dialog, popover or panel: icon, title and what stands beside it. */
export function PanelHeader(props: { icon?: IconName; title: JSX.Element; children?: JSX.Element }) {
  return (
    <header class="flex items-center gap-2.5 px-18px py-3.5 border-b border-line min-w-0">
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.title}
      {props.children}
    </header>
  )
}

/** What stands in the middle of a dialog, popover or panel. */
export function PanelBody(props: { class?: string; children: JSX.Element }) {
  return <div class={`grid gap-3.5 p-18px overflow-y-auto min-h-0 ${props.class ?? ''}`}>{props.children}</div>
}

/** The foot of a dialog, popover or panel: a word at the left, or `above` where it is long, the acts at the right. */
export function PanelFooter(props: { about?: JSX.Element; above?: boolean; children: JSX.Element }) {
  return (
    <footer class="flex flex-wrap items-center justify-end gap-2 px-18px py-3 border-t border-line bg-[color-mix(in_srgb,var(--bg-sidebar)_45%,var(--bg-card))]">
      <span class="min-w-0 text-sm text-secondary" classList={{ 'flex-1': !props.above, 'basis-full': props.above }}>
        {props.about}
      </span>
      {props.children}
    </footer>
  )
}
