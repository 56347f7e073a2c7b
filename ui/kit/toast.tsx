import { createSignal, For, Show } from 'solid-js'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'

type Toast = { id: number; text: string; tone: 'success' | 'danger'; action?: { label: string; run: () => void } }

const [toasts, setToasts] = createSignal<Toast[]>([])
let last_id = 0

const dismiss = (id: number) => setToasts((all) => all.filter((toast) => toast.id !== id))

/** Says something in passing. With an act to press (Undo) it stays 12 s, otherwise 5 s; failures stay until closed. */
export function showToast(text: string, more: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
  const toast: Toast = { id: ++last_id, text, tone: more.tone ?? 'success', action: more.action }
  setToasts((all) => [...all.slice(-2), toast])
  if (toast.tone === 'success') setTimeout(() => dismiss(toast.id), toast.action ? 10_000 : 5_000)
}

/** Where toasts appear and are read out; once a page, and there before the first toast is. */
export function ToastRegion() {
  return (
    // The attribute keeps it within reach while a dialog is open.
    <div
      data-kb-top-layer
      aria-live="polite"
      class="fixed z-50 bottom-4 inset-x-4 grid justify-items-center gap-2 pointer-events-none"
    >
      <For each={toasts()}>
        {(toast) => (
          <div class="pointer-events-auto flex items-center gap-2.5 max-w-full pl-3.5 pr-2 py-2 rounded-md border border-line-strong bg-card shadow-pop text-13px">
            <Icon
              name={toast.tone === 'success' ? 'check' : 'alert'}
              class={toast.tone === 'success' ? 'text-success' : 'text-danger'}
            />
            <span class="min-w-0">{toast.text}</span>
            <Show when={toast.action}>
              {(action) => (
                <Button
                  small
                  onClick={() => {
                    action().run()
                    dismiss(toast.id)
                  }}
                >
                  {action().label}
                </Button>
              )}
            </Show>
            <IconButton icon="close" label="Dismiss" size={14} onClick={() => dismiss(toast.id)} />
          </div>
        )}
      </For>
    </div>
  )
}
