import { type JSX, Show, splitProps } from 'solid-js'
import { Icon, type IconName } from './Icon.tsx'
import { Spinner } from './Spinner.tsx'

export type ButtonVariant = 'plain' | 'primary' | 'resolve' | 'fix' | 'ghost' | 'danger'

const variants: Record<ButtonVariant, string> = {
  plain: 'border-line-hover text-primary bg-transparent hover:bg-elevated',
  primary: 'border-accent bg-accent text-accent-ink hover:brightness-110',
  resolve: 'border-success bg-success text-success-ink font-semibold hover:brightness-110',
  fix: 'border-warning bg-warning text-warning-ink font-semibold hover:brightness-110',
  ghost: 'border-transparent text-secondary bg-transparent hover:(bg-elevated text-primary)',
  danger: 'border-danger-border text-danger bg-transparent hover:bg-danger-dim',
}

/** The look of a button, for links and menu triggers that are none. */
export function buttonLook(look: { variant?: ButtonVariant; small?: boolean } = {}): string {
  const size = look.small ? 'h-7 px-2.5 text-sm' : 'h-8 px-3 text-13px'
  return `btn ${size} ${variants[look.variant ?? 'plain']}`
}

type ButtonProps = JSX.ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: ButtonVariant
  small?: boolean
  /** Stays focusable and says that it is busy, but does nothing. */
  loading?: boolean
  icon?: IconName
}

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ['variant', 'small', 'loading', 'icon', 'class', 'children', 'onClick', 'type'])
  const click: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (own.loading) event.preventDefault()
    else if (typeof own.onClick === 'function') own.onClick(event)
    else own.onClick?.[0](own.onClick[1], event)
  }
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      class={`${buttonLook(own)} ${own.class ?? ''}`}
      aria-busy={own.loading || undefined}
      aria-disabled={own.loading || undefined}
      onClick={click}
    >
      <Show when={own.loading} fallback={<Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>}>
        <Spinner />
      </Show>
      {own.children}
    </button>
  )
}
