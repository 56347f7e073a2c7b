import { Show } from 'solid-js'
import { FIX, nameOf } from '../pilot/citation-highlight.ts'
import type { PilotSession } from '../pilot/pilot-session.ts'
import { createWideWindow } from '../shell/wide-window.ts'

/** The words of the fact that is lit up, where the lane that shows it is out of sight. */
export function CitedHere(props: { pilot: PilotSession }) {
  const wide = createWideWindow()
  const { spotlight, state } = props.pilot
  const said = () =>
    spotlight.lit() === FIX
      ? state.suggested_fix?.title
      : state.facts.find((fact) => nameOf(fact) === spotlight.lit())?.text
  return (
    <Show when={!wide() && said()}>
      {(text) => (
        <p class="flex gap-2 px-18px py-2 border-t border-line text-sm" aria-hidden="true">
          <span class="font-mono text-10.5px leading-[1.8] text-success">{spotlight.lit()}</span>
          <span class="min-w-0 [overflow-wrap:anywhere]">{text()}</span>
        </p>
      )}
    </Show>
  )
}
