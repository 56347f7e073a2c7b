import { revalidate } from '@solidjs/router'
import { createResource, createSignal, Show } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { Loadable } from '../kit/Loadable.tsx'
import { useMe } from '../shell/me.tsx'
import { type Connection, getConnection } from '../tickets/ticket-system.ts'
import { ConnectionEditor } from './ConnectionEditor.tsx'
import { readConnection } from './connection-calls.ts'
import { DiscussionSetting } from './DiscussionSetting.tsx'
import { Pair } from './Pair.tsx'
import { StatusSettings } from './StatusSettings.tsx'

/** Where the account's tickets are and what becomes of them: owner and admin change it, others see it. */
export function TicketSystem() {
  const me = useMe()
  const mayEdit = () => me().role === 'owner' || me().role === 'admin'
  const account_id = me().account.id
  const [connection, { mutate, refetch }] = createResource(readConnection)
  // Another connection has other boards, and so may other keys.
  const [connected, setConnected] = createSignal(1)
  const took = (saved: Connection) => {
    mutate(saved)
    void revalidate(getConnection.key)
  }
  const tookPlace = (saved: Connection) => {
    took(saved)
    setConnected(connected() + 1)
  }
  return (
    <Loadable data={connection} what="The ticket system" explain={messageOf} onRetry={async () => refetch()}>
      {(saved) => (
        <div class="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Show when={mayEdit()} fallback={<ShownConnection connection={saved()} />}>
            <ConnectionEditor
              saved={saved()}
              account_id={account_id}
              onSaved={tookPlace}
              onRemoved={async () => tookPlace(await readConnection())}
            />
          </Show>
          <Show when={connected()} keyed>
            <StatusSettings saved={saved()} account_id={account_id} mayEdit={mayEdit()} onSaved={took} />
          </Show>
          <DiscussionSetting mayEdit={mayEdit()} />
        </div>
      )}
    </Loadable>
  )
}

function ShownConnection(props: { connection: Connection }) {
  return (
    <>
      <dl class="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-13px">
        <Pair name="Tickets" value={props.connection.provider === 'connectwise' ? 'ConnectWise' : 'Built-in board'} />
        <Show when={props.connection.provider === 'connectwise'}>
          <Pair name="Site" value={props.connection.site ?? ''} />
          <Pair name="Company id" value={props.connection.company_id ?? ''} />
        </Show>
      </dl>
      <p class="text-13px text-secondary">An owner or admin of this account can change it.</p>
    </>
  )
}
