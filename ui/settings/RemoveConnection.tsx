import { createSignal, Show } from 'solid-js'
import { createAttempt } from '../attempt.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { removeConnection } from './connection-calls.ts'

/** Forgets the connection to ConnectWise, after a word on what that means. */
export function RemoveConnection(props: { onRemoved: () => Promise<unknown> }) {
  const [asking, setAsking] = createSignal(false)
  const { running, attempt, errorBeside } = createAttempt()
  const remove = () =>
    attempt(async () => {
      await removeConnection()
      setAsking(false)
      await props.onRemoved()
    })
  return (
    <>
      <Button variant="danger" icon="trash" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        Remove the connection
      </Button>
      <Dialog
        open={asking()}
        onOpenChange={setAsking}
        title="Remove the connection to ConnectWise?"
        icon="trash"
        width={480}
        actions={
          <>
            <Button small onClick={() => setAsking(false)}>
              Cancel
            </Button>
            <Button small variant="danger" loading={running()} onClick={remove}>
              Remove
            </Button>
          </>
        }
      >
        <Show when={errorBeside([])}>
          {(message) => <FailureNote title="Nothing was removed">{message()}</FailureNote>}
        </Show>
        <p class="text-13px leading-normal">
          FlowPilot forgets the site, its keys and the picked statuses, and this account’s tickets are on the built-in
          board again. Sessions keep the number of their ticket; nothing in ConnectWise changes.
        </p>
      </Dialog>
    </>
  )
}
