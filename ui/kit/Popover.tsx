import { Popover as Floating } from '@kobalte/core/popover'
import type { JSX } from 'solid-js'
import { type ButtonVariant, buttonLook } from './Button.tsx'

type PopoverProps = {
  open: boolean
  /** Called with false by Esc and a press outside; focus goes back to the trigger. */
  onOpenChange: (open: boolean) => void
  /** What the trigger shows; `trigger_label` names it where that is a picture. */
  trigger: JSX.Element
  trigger_label?: string
  variant?: ButtonVariant
  small?: boolean
  disabled?: boolean
  /** Names the panel for those who do not see where it hangs. */
  label: string
  /** Width in pixels where the screen allows; 520 unless told. */
  width?: number
  children: JSX.Element
}

/** A panel that hangs from its button. What stands in it is made of PanelHeader, PanelBody and PanelFooter. */
export function Popover(props: PopoverProps) {
  return (
    <Floating open={props.open} onOpenChange={props.onOpenChange} placement="bottom-end" gutter={8} fitViewport>
      <Floating.Trigger
        class={buttonLook({ variant: props.variant, small: props.small })}
        aria-label={props.trigger_label}
        disabled={props.disabled}
      >
        {props.trigger}
      </Floating.Trigger>
      <Floating.Portal>
        <Floating.Content
          aria-label={props.label}
          class="z-30 grid grid-rows-[auto_minmax(0,1fr)_auto] max-w-[calc(100vw-16px)] max-h-[var(--kb-popper-content-available-height)] rounded-lg border border-line-strong bg-card shadow-pop overflow-hidden"
          style={{ width: `${props.width ?? 520}px` }}
        >
          {props.children}
        </Floating.Content>
      </Floating.Portal>
    </Floating>
  )
}
