import type { JSX } from 'solid-js'

/** One of several short answers: a button of 26 px that can be pressed in. */
export function ChoiceChip(props: {
  pressed?: boolean
  disabled?: boolean
  onClick: () => void
  children: JSX.Element
}) {
  return (
    <button
      type="button"
      aria-pressed={props.pressed}
      disabled={props.disabled}
      onClick={() => props.onClick()}
      class="inline-flex items-center min-h-6.5 px-2.5 py-0.5 rounded-full border text-left text-sm font-medium leading-tight text-primary disabled:opacity-50 hover:border-line-strong"
      classList={{
        'border-line-hover bg-transparent': !props.pressed,
        'border-accent bg-accent-dim': props.pressed,
      }}
    >
      {props.children}
    </button>
  )
}
