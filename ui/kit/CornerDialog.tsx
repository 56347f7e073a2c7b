import { Dialog as Modal } from '@kobalte/core/dialog'
import { type JSX, onCleanup } from 'solid-js'
import { createFocusReturn } from './focus-return.ts'

/**
 * A modal dialog at the upper right corner of the page, under the buttons of its header; in a narrow window a sheet over
 * its whole width. Made of PanelHeader, PanelBody and PanelFooter.
 */
export function CornerDialog(props: {
  open: boolean
  /** Called by Esc and by a press outside; focus goes back to where it was. */
  onClose: () => void
  /** Whether Esc was for something inside, which has taken it. */
  onEscape?: () => boolean
  label: string
  ref?: (element: HTMLElement) => void
  children: JSX.Element
}) {
  const giveFocusBack = createFocusReturn(() => props.open)
  const onEscape = (event: KeyboardEvent) => {
    if (!event.defaultPrevented && props.onEscape?.()) event.preventDefault()
  }
  return (
    <Modal open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Modal.Portal>
        <Modal.Overlay class="fixed inset-0 z-30 bg-[var(--bg-scrim)] md:hidden" />
        <Modal.Content
          ref={(element: HTMLElement) => {
            keepFocusIn(element)
            props.ref?.(element)
          }}
          onCloseAutoFocus={giveFocusBack}
          onEscapeKeyDown={onEscape}
          aria-modal="true"
          aria-label={props.label}
          class="fixed z-30 inset-x-0 bottom-0 grid grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] max-h-[calc(100dvh-24px)] rounded-t-2xl border border-line-strong bg-card shadow-pop overflow-hidden outline-none md:(left-auto right-3 top-13 bottom-auto w-130 max-h-[calc(100dvh-68px)] rounded-lg) lane:right-5"
        >
          {props.children}
        </Modal.Content>
      </Modal.Portal>
    </Modal>
  )
}

/** A control that takes itself away with the focus leaves it nowhere, and from there no key reaches the dialog. */
function keepFocusIn(element: HTMLElement): void {
  const observer = new MutationObserver(() => {
    if (document.activeElement === document.body) element.focus({ preventScroll: true })
  })
  observer.observe(element, { childList: true, subtree: true })
  onCleanup(() => observer.disconnect())
}
