import { Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { statusLabels } from '../sessions/status-chip.tsx'
import type { PilotSession } from './pilot-session.ts'

/** Stands where the composer would, and says why nothing can be sent. */
export function ClosedComposer(props: { pilot: PilotSession; viewer: boolean }) {
  const status = () => statusLabels[props.pilot.session().status].toLowerCase()
  return (
    <div class="flex flex-wrap items-center gap-2 w-full max-w-measure mx-auto px-3.5 py-3 rounded-14px border border-line bg-card text-13px text-secondary">
      <Show when={!props.viewer} fallback="You can read this session. Writing in it needs the role of an engineer.">
        <span class="flex-1 min-w-50">This session is {status()}. Reopen it to go on.</span>
        <Button small onClick={() => void props.pilot.setStatus('active')}>
          Reopen
        </Button>
      </Show>
    </div>
  )
}
