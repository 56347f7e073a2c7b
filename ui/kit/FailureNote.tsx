import { type JSX, Show } from 'solid-js'
import { Icon } from './Icon.tsx'

/** What happened, what did not, and the next acts; read out at once. */
export function FailureNote(props: { title: string; children?: JSX.Element; actions?: JSX.Element; class?: string }) {
  return (
    <section
      role="alert"
      class={`grid gap-2.5 p-3.5 rounded-lg border border-danger-border bg-card ${props.class ?? ''}`}
    >
      <h2 class="flex items-center gap-2 text-13px text-danger tracking-normal">
        <Icon name="close" size={15} />
        {props.title}
      </h2>
      <Show when={props.children}>
        <div class="text-13px leading-normal">{props.children}</div>
      </Show>
      <Show when={props.actions}>
        <div class="flex flex-wrap items-center gap-2">{props.actions}</div>
      </Show>
    </section>
  )
}
