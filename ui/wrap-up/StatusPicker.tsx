import { createUniqueId, For, Show } from 'solid-js'
import type { Destination } from './destination.ts'

/** The status that the ticket gets with the note: the account's pick for the board, or another one for this time. */
export function StatusPicker(props: { destination: Destination; error: string | null }) {
  const { destination } = props
  const id = createUniqueId()
  const isUsual = () => destination.statuses().some((status) => status.id === destination.usual_id())
  const why = () => {
    if (destination.usual_id() === null) return 'None is picked for its board in the settings.'
    return isUsual() ? '' : 'The one picked in the settings is no longer on its board.'
  }
  return (
    <Show when={destination.statuses().length > 0 && destination.usual_id() !== undefined}>
      <span class="inline-flex flex-wrap items-center gap-x-1.5 gap-y-1 max-w-full">
        <label for={id}>{destination.target() ? 'Sets the status to' : 'The status'}</label>
        <select
          id={id}
          aria-label="Status of the ticket afterwards"
          aria-invalid={props.error ? true : undefined}
          aria-describedby={`${id}-about`}
          value={destination.target()?.id ?? ''}
          onChange={(event) => destination.pick(event.currentTarget.value)}
          class="min-h-6 max-w-full pl-1 pr-0.5 rounded-sm border border-line-hover bg-inset text-sm font-medium text-primary aria-[invalid=true]:border-danger"
        >
          <Show when={!isUsual()}>
            <option value="">stays {destination.present()?.name ?? 'as it is'}</option>
          </Show>
          <For each={destination.statuses()}>
            {(status) => (
              <option value={status.id} selected={status.id === destination.target()?.id}>
                {status.closed ? `${status.name} (closed)` : status.name}
              </option>
            )}
          </For>
        </select>
        <Show when={destination.target()} fallback={why()}>
          and checks that it took.
        </Show>
      </span>
      <span id={`${id}-about`} class="text-danger empty:hidden">
        {props.error && `It ${props.error}.`}
      </span>
    </Show>
  )
}
