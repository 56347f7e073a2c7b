import { type JSX, splitProps } from 'solid-js'
import { Icon, type IconName } from './Icon.tsx'

type IconButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  icon: IconName
  /** The name for those who do not see the picture; also its tooltip. */
  label: string
  size?: number
}

/** A picture to press, in a target of at least 24 px. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['icon', 'label', 'size', 'class'])
  return (
    <button
      type="button"
      {...rest}
      aria-label={own.label}
      title={own.label}
      class={`inline-grid place-items-center flex-none min-w-6 min-h-6 rounded-sm text-secondary hover:(bg-elevated text-primary) disabled:opacity-50 ${own.class ?? ''}`}
    >
      <Icon name={own.icon} size={own.size} />
    </button>
  )
}
