import { Show } from 'solid-js'
import { Icon } from '../kit/Icon.tsx'

/** The dashed ring before a fact: with a tick when it is confirmed, in another colour when it is only proposed. */
export function FactTick(props: { confirmed?: boolean; proposed?: boolean }) {
  return (
    <span
      class="grid place-items-center w-4 h-4 mt-1 rounded-full border-1.5 border-dashed"
      classList={{
        'border-success text-success': !props.proposed,
        'border-warning text-warning': props.proposed,
      }}
    >
      <Show when={props.confirmed}>
        <Icon name="check" size={9} stroke={3} />
      </Show>
    </span>
  )
}
