import { createEffect, createSignal, type JSX, on, Show } from 'solid-js'
import { BottomDrawer } from '../kit/BottomDrawer.tsx'
import { Chip } from '../kit/Chip.tsx'
import { Icon } from '../kit/Icon.tsx'
import { isOpen, laneItems } from '../task-lane/lane.ts'
import { revealed } from './navigate-to.ts'
import type { PilotSession } from './pilot-session.ts'

/** Where the task lane stands: beside the conversation in a wide window, in a drawer below it in a narrow one, open or closed as this tab left it. */
export function LanePlace(props: { wide: boolean; pilot: PilotSession; children: JSX.Element }) {
  const key = `flowpilot:lane-drawer:${props.pilot.id}`
  const [open, setOpen] = createSignal(sessionStorage.getItem(key) === 'open')
  const show = (shown: boolean) => {
    setOpen(shown)
    sessionStorage.setItem(key, shown ? 'open' : 'closed')
  }
  // The drawer stands over the conversation.
  createEffect(on(revealed, (place) => place?.kind === 'message' && show(false), { defer: true }))
  const known = () => props.pilot.state.facts.filter(({ status }) => status === 'confirmed').length
  const asked = () => laneItems(props.pilot.lane()).filter(isOpen).length
  return (
    <Show
      when={props.wide}
      fallback={
        <BottomDrawer
          open={open()}
          onOpenChange={show}
          handle={
            <>
              <Icon name="check-circle" />
              Task lane
              <Chip tone="success">{known()} known</Chip>
              <Chip>{asked()} open</Chip>
            </>
          }
        >
          {props.children}
        </BottomDrawer>
      }
    >
      <aside
        aria-label="Task lane"
        class="grid grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] min-h-0 border-l border-line bg-[color-mix(in_srgb,var(--bg-sidebar)_55%,var(--bg-page))]"
      >
        {props.children}
      </aside>
    </Show>
  )
}
