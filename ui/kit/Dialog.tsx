import { Dialog as Modal } from '@kobalte/core/dialog'
import { type JSX, Show } from 'solid-js'
import { createFocusReturn } from './focus-return.ts'
import type { IconName } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { PanelBody, PanelFooter, PanelHeader } from './Panel.tsx'

type DialogProps = {
  open: boolean
  /** Called with false by Esc, the close button and a press outside; focus goes back to where it was. */
  onOpenChange: (open: boolean) => void
  title: string
  icon?: IconName
  /** Beside the title, such as a chip. */
  beside?: JSX.Element
  /** Width in pixels where the screen allows; 640 unless told. */
  width?: number
  about?: JSX.Element
  actions?: JSX.Element
  children: JSX.Element
}

/** A modal dialog: keeps the focus inside, dims the rest, and closes with Esc. */
export function Dialog(props: DialogProps) {
  const giveFocusBack = createFocusReturn(() => props.open)
  return (
    <Modal open={props.open} onOpenChange={props.onOpenChange}>
      <Modal.Portal>
        <Modal.Overlay class="fixed inset-0 z-40 bg-[var(--bg-scrim)] lane:left-[var(--sidebar-width)]" />
        <div class="fixed inset-0 z-40 grid grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] place-items-center p-3 lane:left-[var(--sidebar-width)]">
          <Modal.Content
            onOpenAutoFocus={focusWhatAsks}
            onCloseAutoFocus={giveFocusBack}
            class="grid grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] max-w-full max-h-full rounded-14px border border-line-strong bg-card shadow-pop overflow-hidden"
            style={{ width: `${props.width ?? 640}px` }}
          >
            <PanelHeader icon={props.icon} title={<Modal.Title class="text-15.5px min-w-0">{props.title}</Modal.Title>}>
              {props.beside}
              <span class="flex-1" />
              <Modal.CloseButton as={IconButton} icon="close" label="Close" class="w-7 h-7" />
            </PanelHeader>
            <PanelBody>{props.children}</PanelBody>
            <Show when={props.actions}>
              <PanelFooter about={props.about}>{props.actions}</PanelFooter>
            </Show>
          </Modal.Content>
        </div>
      </Modal.Portal>
    </Modal>
  )
}

/** What carries `autofocus` has the focus first; otherwise it is the first control, which closes the dialog. */
function focusWhatAsks(event: Event): void {
  const wanted = event.currentTarget instanceof HTMLElement && event.currentTarget.querySelector('[autofocus]')
  if (!(wanted instanceof HTMLElement)) return
  event.preventDefault()
  wanted.focus()
}
