import { type JSX, Show } from 'solid-js'
import { Icon, type IconName } from './Icon.tsx'

export type ChipTone = 'neutral' | 'success' | 'accent' | 'warning' | 'danger' | 'info'

const tones: Record<ChipTone, string> = {
  neutral: 'text-secondary border-line-hover',
  success: 'text-success border-success-border bg-success-dim',
  accent: 'text-accent border-accent-border bg-accent-dim',
  warning: 'text-warning border-warning-border bg-warning-dim',
  danger: 'text-danger border-danger-border',
  info: 'text-info border-info-border bg-info-dim',
}

/** A short label of one or two words; `mono` for numbers and references. */
export function Chip(props: {
  tone?: ChipTone
  mono?: boolean
  icon?: IconName
  class?: string
  children: JSX.Element
}) {
  return (
    <span
      class={`inline-flex items-center gap-5px h-5.5 px-2 rounded-full border font-medium leading-none whitespace-nowrap ${
        props.mono ? 'font-mono text-xs' : 'text-11.5px'
      } ${tones[props.tone ?? 'neutral']} ${props.class ?? ''}`}
    >
      <Show when={props.icon}>{(name) => <Icon name={name()} size={12} />}</Show>
      {props.children}
    </span>
  )
}
