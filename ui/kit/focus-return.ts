import { createEffect, on } from 'solid-js'

/**
 * Remembers what had the focus when something modal opened without a trigger of its own, and gives it back. The answer
 * is for the `onCloseAutoFocus` of the modal.
 */
export function createFocusReturn(open: () => boolean): (event: Event) => void {
  let before: Element | null = null
  createEffect(
    on(open, (isOpen) => {
      // The modal moves the focus a moment after it opened, so this still is where the engineer was.
      if (isOpen) before = document.activeElement
    }),
  )
  return (event) => {
    event.preventDefault()
    if (before instanceof HTMLElement && before.isConnected) before.focus()
    // What was done in the modal took its opener away.
    else document.querySelector('main')?.focus()
  }
}
