import { For, Show } from 'solid-js'
import { Field } from '../kit/Field.tsx'
import { inputLook } from '../kit/TextField.tsx'
import type { Boards } from './connection-calls.ts'
import { type End, LEAVE } from './picked-statuses.ts'

type Board = Boards[number]

const ends: { end: End; label: string }[] = [
  { end: 'resolved', label: 'When resolved' },
  { end: 'escalated', label: 'When escalated' },
]

/** Which status a ticket on one board gets at its two ends. */
export function BoardStatuses(props: {
  board: Board
  picked: (end: End) => string
  /** Whether its tickets may keep the status that they have. */
  may_leave: boolean
  /** Absent for those who may only read. */
  onPick?: (end: End, status_id: string) => void
  errorAt: (end: End) => string | null
}) {
  const isGone = (status_id: string) =>
    status_id !== LEAVE && !props.board.statuses.some((status) => status.id === status_id)
  const nameOf = (status_id: string) => {
    const status = props.board.statuses.find(({ id }) => id === status_id)
    if (status) return status.closed ? `${status.name} (closed)` : status.name
    return status_id === LEAVE ? 'Leave the status as it is' : `A status that the board no longer has (${status_id})`
  }
  return (
    <fieldset class="grid grid-cols-[minmax(0,1fr)] gap-x-3.5 gap-y-2.5 pt-3 border-t border-line sm:grid-cols-2">
      <legend class="float-left w-full p-0 sm:col-span-2 text-13px font-medium text-heading">{props.board.name}</legend>
      <For each={ends}>
        {({ end, label }) => (
          <Show
            when={props.onPick}
            fallback={
              <p class="text-13px">
                <span class="text-secondary">{label}:</span> {nameOf(props.picked(end))}
              </p>
            }
          >
            {(pick) => (
              <Field label={label} error={props.errorAt(end)}>
                {(control) => (
                  <select
                    {...control}
                    onChange={(event) => pick()(end, event.currentTarget.value)}
                    class={`${inputLook} text-13px`}
                  >
                    <Show when={props.may_leave}>
                      <option value={LEAVE} selected={props.picked(end) === LEAVE}>
                        {nameOf(LEAVE)}
                      </option>
                    </Show>
                    <Show when={isGone(props.picked(end))}>
                      <option value={props.picked(end)} selected>
                        {nameOf(props.picked(end))}
                      </option>
                    </Show>
                    <For each={props.board.statuses}>
                      {(status) => (
                        <option value={status.id} selected={props.picked(end) === status.id}>
                          {nameOf(status.id)}
                        </option>
                      )}
                    </For>
                  </select>
                )}
              </Field>
            )}
          </Show>
        )}
      </For>
    </fieldset>
  )
}
