import { type JSX, Show } from 'solid-js'
import { Icon } from '../kit/Icon.tsx'
import { IconButton } from '../kit/IconButton.tsx'

type SettledItemProps = {
  ask: string
  skipped: boolean
  /** Names the act on the right: edit what was answered, or take the item up after all. */
  act_label: string
  onAct?: () => void
  act_ref?: (button: HTMLButtonElement) => void
  children?: JSX.Element
}

/** An item that is answered or skipped: the ask steps back, the answer stands out. */
export function SettledItem(props: SettledItemProps) {
  return (
    <div class="grid grid-cols-[18px_minmax(0,1fr)_auto] gap-2">
      <Icon
        name={props.skipped ? 'close' : 'check'}
        size={15}
        class={`mt-0.5 ${props.skipped ? 'text-faint' : 'text-success'}`}
      />
      <div class="grid grid-cols-[minmax(0,1fr)]">
        <p class="leading-[1.45] text-secondary [overflow-wrap:anywhere]">{props.ask}</p>
        <Show when={props.skipped} fallback={props.children}>
          <p class="text-faint">Skipped</p>
        </Show>
      </div>
      <Show when={props.onAct}>
        <IconButton
          ref={props.act_ref}
          class="self-start -mt-0.5"
          icon={props.skipped ? 'refresh' : 'pencil'}
          size={14}
          label={`${props.act_label}: ${props.ask}`}
          onClick={() => props.onAct?.()}
        />
      </Show>
    </div>
  )
}
