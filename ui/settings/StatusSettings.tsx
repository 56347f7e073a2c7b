import { createResource, For, Show } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { createAttempt } from '../attempt.ts'
import { Button } from '../kit/Button.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { Loadable } from '../kit/Loadable.tsx'
import { showToast } from '../kit/toast.tsx'
import { systemNames } from '../tickets/ticket-name.ts'
import type { Connection } from '../tickets/ticket-system.ts'
import { BoardStatuses } from './BoardStatuses.tsx'
import { readBoards, saveStatuses } from './connection-calls.ts'
import { type End, hasPicks, LEAVE, type Picks, withPicks } from './picked-statuses.ts'
import { createUnsaved } from './unsaved.ts'

/** Which status a ticket gets when its session is resolved or escalated, board by board. */
export function StatusSettings(props: {
  saved: Connection
  account_id: string
  mayEdit: boolean
  onSaved: (saved: Connection) => void
}) {
  const [boards, { refetch }] = createResource(readBoards)
  // Boards are the site's own: what was picked for one means nothing at another.
  const picks = createUnsaved<Picks>(`statuses:${props.account_id}:${props.saved.site ?? ''}`, {})
  const shown = () => withPicks(props.saved.statuses, picks.edits())
  const isChanged = () => hasPicks(props.saved.statuses, picks.edits())
  const { running, attempt, errorAt, errorBeside } = createAttempt()
  const pick = (end: End, board_id: string, status_id: string) =>
    picks.write({ ...picks.edits(), [end]: { ...picks.edits()[end], [board_id]: status_id } })
  const save = async () => {
    props.onSaved(await saveStatuses(props.saved, shown()))
    picks.clear()
    showToast('The statuses are saved.')
  }
  let saveButton: HTMLButtonElement | undefined
  return (
    <section aria-label="Statuses" class="grid gap-3 pt-4 border-t border-line">
      <div class="grid gap-1">
        <h3 class="text-13.5px">Statuses</h3>
        <p class="text-13px text-secondary">
          What a ticket’s status becomes when its session is resolved or escalated. FlowPilot looks whether it holds.
        </p>
      </div>
      <Loadable data={boards} what="The boards" explain={messageOf} onRetry={async () => refetch()}>
        {(all) => (
          <For
            each={all()}
            fallback={
              <EmptyState icon="layers" title="No board">
                {systemNames[props.saved.provider]} shows none for these keys.
              </EmptyState>
            }
          >
            {(board) => (
              <BoardStatuses
                board={board}
                picked={(end) => shown()[end][board.id] ?? LEAVE}
                // The built-in board always moves its tickets.
                may_leave={props.saved.provider !== 'builtin'}
                onPick={props.mayEdit ? (end, status_id) => pick(end, board.id, status_id) : undefined}
                errorAt={(end) => errorAt(`statuses.${end}.${board.id}`)}
              />
            )}
          </For>
        )}
      </Loadable>
      <Show when={errorBeside([])}>
        {(message) => (
          <FailureNote title="The statuses were not saved">{message()} What you picked is still here.</FailureNote>
        )}
      </Show>
      <Show when={props.mayEdit && boards.state === 'ready'}>
        <div class="flex flex-wrap items-center gap-2">
          <Button ref={saveButton} loading={running()} onClick={() => attempt(save)}>
            Save the statuses
          </Button>
          <Show when={isChanged()}>
            <Button
              variant="ghost"
              onClick={() => {
                picks.clear()
                saveButton?.focus()
              }}
            >
              Discard
            </Button>
          </Show>
          <span role="status" class="text-13px text-secondary">
            {isChanged() ? 'Not saved yet.' : ''}
          </span>
        </div>
      </Show>
    </section>
  )
}
