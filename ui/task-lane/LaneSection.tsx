import { type JSX, Show } from 'solid-js'
import { Icon, type IconName } from '../kit/Icon.tsx'

const tones = {
  known: {
    box: 'border-success-border bg-[color-mix(in_srgb,var(--success)_6%,var(--bg-card))]',
    icon: 'text-success',
  },
  asked: { box: 'border-line bg-card', icon: 'text-info' },
  checks: { box: 'border-line bg-card', icon: 'text-accent' },
  fix: { box: 'border-warning-border bg-[color-mix(in_srgb,var(--warning)_6%,var(--bg-card))]', icon: 'text-warning' },
  worked: {
    box: 'border-success-border bg-[color-mix(in_srgb,var(--success)_6%,var(--bg-card))]',
    icon: 'text-warning',
  },
  failed: { box: 'border-danger-border bg-[color-mix(in_srgb,var(--danger)_6%,var(--bg-card))]', icon: 'text-warning' },
}

export type LaneTone = keyof typeof tones

type LaneSectionProps = {
  tone: LaneTone
  icon: IconName
  title: string
  count?: string
  /** At the right of the title. */
  aside?: JSX.Element
  children: JSX.Element
}

/** One section of the task lane: what it is about in its colour, and how much of it there is. */
export function LaneSection(props: LaneSectionProps) {
  return (
    <section aria-label={props.title} class={`flex-none min-w-0 border rounded-lg ${tones[props.tone].box}`}>
      <header class="flex items-center gap-2 px-3.5 pt-11px pb-9px">
        <Icon name={props.icon} size={15} class={tones[props.tone].icon} />
        <h2 class="text-13px tracking-normal whitespace-nowrap">{props.title}</h2>
        <Show when={props.count}>
          <span class="text-xs font-semibold leading-none text-faint">{props.count}</span>
        </Show>
        <span class="flex-1" />
        {props.aside}
      </header>
      {props.children}
    </section>
  )
}

export function LaneEmpty(props: { children: JSX.Element }) {
  return <p class="px-3.5 pt-0.5 pb-13px text-sm text-faint">{props.children}</p>
}

/** The items of a section, divided by lines. */
export function LaneItems(props: { children: JSX.Element }) {
  return (
    <ul class="grid grid-cols-[minmax(0,1fr)] px-3.5 pb-3 [&>li+li]:border-t [&>li:first-child]:pt-0.5">
      {props.children}
    </ul>
  )
}
