import { createUniqueId, type JSX } from 'solid-js'
import { Icon } from './Icon.tsx'

type BottomDrawerProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** What the handle says: an icon, a title, chips. */
  handle: JSX.Element
  children: JSX.Element
}

/**
 * A drawer at the lower edge of the nearest positioned parent: a handle of 48 px, 70 % of the window when open. What is
 * inside stays alive while it is closed. Esc closes it and gives the focus back to the handle.
 */
export function BottomDrawer(props: BottomDrawerProps) {
  const id = createUniqueId()
  let handle: HTMLButtonElement | undefined
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !props.open) return
    event.preventDefault()
    props.onOpenChange(false)
    handle?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is caught here for whatever control inside has the focus
    <div
      onKeyDown={closeOnEscape}
      class="absolute inset-x-0 bottom-0 z-20 border-t border-line-hover rounded-t-2xl bg-[color-mix(in_srgb,var(--bg-sidebar)_55%,var(--bg-page))] shadow-[0_-12px_40px_rgba(0,0,0,.45)]"
    >
      <button
        ref={handle}
        type="button"
        aria-expanded={props.open}
        aria-controls={id}
        onClick={() => props.onOpenChange(!props.open)}
        class="relative flex items-center gap-2.5 w-full h-12 px-4 rounded-t-2xl text-13px font-semibold before:(content-empty absolute top-1.5 left-1/2 w-9 h-1 -ml-4.5 rounded-4px bg-line-strong)"
      >
        {props.handle}
        <Icon name="chevron-down" class="ml-auto" />
      </button>
      <div id={id} hidden={!props.open} class="grid grid-rows-[minmax(0,1fr)_auto] h-[calc(70vh-48px)]">
        {props.children}
      </div>
    </div>
  )
}
