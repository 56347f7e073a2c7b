import { Dialog as Modal } from '@kobalte/core/dialog'
import type { JSX } from 'solid-js'
import { createFocusReturn } from './focus-return.ts'

/** A panel that comes in at the left edge over the page; modal, closed by Esc and by a press outside. */
export function SideDrawer(props: {
  open: boolean
  onOpenChange: (open: boolean) => void
  label: string
  children: JSX.Element
}) {
  const giveFocusBack = createFocusReturn(() => props.open)
  return (
    <Modal open={props.open} onOpenChange={props.onOpenChange}>
      <Modal.Portal>
        <Modal.Overlay class="fixed inset-0 z-40 bg-[var(--bg-scrim)]" />
        <Modal.Content
          onCloseAutoFocus={giveFocusBack}
          aria-label={props.label}
          class="fixed inset-y-0 left-0 z-40 grid max-w-[calc(100vw-48px)] shadow-pop overflow-y-auto"
        >
          {props.children}
        </Modal.Content>
      </Modal.Portal>
    </Modal>
  )
}
