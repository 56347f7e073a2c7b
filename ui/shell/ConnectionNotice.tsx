import { Show } from 'solid-js'
import { Icon } from '../kit/Icon.tsx'
import { connectionTrouble } from './connection.ts'

const words = {
  offline: 'You are offline. What you type is kept in this browser; FlowPilot goes on when the connection is back.',
  unreachable: 'FlowPilot does not answer. What you type is kept in this browser; trying again until it does.',
}

/** Says above the page that the server is not reached, for as long as that is so. */
export function ConnectionNotice() {
  return (
    <div role="status">
      <Show when={connectionTrouble()}>
        {(trouble) => (
          <p class="flex items-start gap-2 px-4 py-2 border-b border-warning-border bg-warning-dim text-sm text-warning lane:px-5">
            <Icon name="alert" size={14} class="mt-0.5" />
            <span class="min-w-0">{words[trouble()]}</span>
          </p>
        )}
      </Show>
    </div>
  )
}
