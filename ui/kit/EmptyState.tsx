import { type JSX, Show } from 'solid-js'
import { Icon, type IconName } from './Icon.tsx'

/** What a list says when there is nothing in it, and the next act. */
export function EmptyState(props: { icon?: IconName; title: string; children?: JSX.Element; action?: JSX.Element }) {
  return (
    <div class="grid justify-items-center gap-2 px-4 py-8 text-center">
      <Show when={props.icon}>{(name) => <Icon name={name()} size={20} class="text-faint" />}</Show>
      <p class="font-medium text-heading">{props.title}</p>
      <Show when={props.children}>
        <div class="max-w-110 text-sm text-secondary">{props.children}</div>
      </Show>
      <Show when={props.action}>
        <div class="mt-1">{props.action}</div>
      </Show>
    </div>
  )
}
