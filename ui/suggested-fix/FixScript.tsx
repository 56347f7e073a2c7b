import { Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { Chip } from '../kit/Chip.tsx'
import { CopyButton } from '../kit/CopyButton.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Icon } from '../kit/Icon.tsx'
import type { SuggestedFix } from '../pilot/session-page.ts'
import type { Fixes } from './fixes.ts'

/** The script of a fix, to read and to copy; the engineer says here that he ran it. */
export function FixScript(props: {
  /** The fix whose script is being read; none where none is. */
  fix: SuggestedFix | undefined
  fixes: Fixes
  mayWrite: boolean
  onRead: (fix: SuggestedFix | undefined) => void
  /** It was run, and the button that led here is gone. */
  onActed: () => void
}) {
  const newer = () => {
    const active = props.fixes.active()
    return active && active.id !== props.fix?.id ? active : null
  }
  const isReplaced = () => props.fixes.active()?.id !== props.fix?.id
  const mayRun = () => props.mayWrite && !isReplaced() && props.fixes.active()?.status === 'proposed'
  const runBy = (act: (fix: SuggestedFix) => Promise<unknown>) => {
    if (props.fix) void act(props.fix)
    props.onRead(undefined)
    props.onActed()
  }
  return (
    <Dialog
      open={props.fix !== undefined}
      onOpenChange={() => props.onRead(undefined)}
      title={props.fix?.title ?? ''}
      icon="terminal"
      beside={<Chip mono>{props.fix?.script?.language}</Chip>}
      width={760}
      about="Nothing runs by itself. Read it, then run it where it belongs."
      actions={
        <>
          <CopyButton text={props.fix?.script?.body ?? ''}>Copy script</CopyButton>
          <Show when={mayRun()}>
            <Button onClick={() => runBy(props.fixes.ranToTemplatize)}>Run now, templatize after resolve</Button>
            <Button variant="fix" icon="check" onClick={() => runBy(props.fixes.ran)}>
              I ran it
            </Button>
          </Show>
        </>
      }
    >
      <Show when={isReplaced()}>
        <div
          role="status"
          class="flex flex-wrap items-center gap-2 px-2.5 py-2 rounded-md border border-warning-border bg-warning-dim text-sm"
        >
          <Icon name="alert" size={14} class="text-warning" />
          <span class="flex-1 min-w-50">
            {newer() ? 'A newer fix has replaced this one.' : 'This fix was dismissed.'}
          </span>
          <Show when={newer()}>
            {(fix) => (
              <Button small onClick={() => props.onRead(fix().script ? { ...fix() } : undefined)}>
                Show the newer fix
              </Button>
            )}
          </Show>
        </div>
      </Show>
      <pre
        tabindex="0"
        class="p-3.5 rounded-md border border-line bg-inset text-code-text leading-[1.65] overflow-auto"
      >
        <code>{props.fix?.script?.body}</code>
      </pre>
    </Dialog>
  )
}
