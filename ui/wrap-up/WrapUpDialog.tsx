import { createSignal, onCleanup, Show } from 'solid-js'
import { CornerDialog } from '../kit/CornerDialog.tsx'
import type { PilotSession } from '../pilot/pilot-session.ts'
import { artifacts } from './artifacts.ts'
import { HowDidItGo } from './HowDidItGo.tsx'
import type { Look } from './NoteHeader.tsx'
import { NotePreview } from './NotePreview.tsx'
import type { WrapUp } from './wrap-up.ts'

/** The popover of Resolve and Escalate: how the fix went, where that is open, and then the note. */
export function WrapUpDialog(props: { pilot: PilotSession; wrapUp: WrapUp }) {
  const { wrapUp, pilot } = props
  const [look, setLook] = createSignal<Look>('read')
  const close = () => {
    wrapUp.close()
    setLook('read')
  }
  /** Esc leaves the field first; what is typed stays. */
  const leaveEditing = () => {
    const was = look() === 'edit'
    if (was) setLook('read')
    return was
  }
  return (
    <CornerDialog
      open={wrapUp.shown() !== undefined}
      onClose={close}
      onEscape={leaveEditing}
      label={wrapUp.asked_fix() ? 'How did the fix go?' : artifacts[wrapUp.shown() ?? 'resolution_note'].title}
      ref={(element) => measure(element, pilot.spotlight.coverTo)}
    >
      <Show when={wrapUp.shown()} keyed>
        {(kind) => (
          <Show
            when={wrapUp.asked_fix()}
            fallback={
              <NotePreview
                pilot={pilot}
                wrapUp={wrapUp}
                draft={wrapUp.draft(kind)}
                look={look()}
                onLook={setLook}
                onClose={close}
              />
            }
          >
            {(fix) => <HowDidItGo wrapUp={wrapUp} kind={kind} fix={fix()} />}
          </Show>
        )}
      </Show>
    </CornerDialog>
  )
}

/** Tells how far down the window an element reaches, while it is there. */
function measure(element: HTMLElement, reaches: (bottom: number) => void): void {
  const observer = new ResizeObserver(() => reaches(element.getBoundingClientRect().bottom))
  observer.observe(element)
  onCleanup(() => {
    observer.disconnect()
    reaches(0)
  })
}
