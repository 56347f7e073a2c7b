import { For, Match, Show, Switch } from 'solid-js'
import type { Connection, Provider } from '../tickets/ticket-system.ts'
import { ConnectWiseForm } from './ConnectWiseForm.tsx'
import { createConnectionDraft } from './connection-draft.ts'
import { RemoveConnection } from './RemoveConnection.tsx'
import { TestConnection } from './TestConnection.tsx'

const providers: { value: Provider; label: string }[] = [
  { value: 'builtin', label: 'Built-in board' },
  { value: 'connectwise', label: 'ConnectWise' },
]

/** Where the account's tickets are, to change. */
export function ConnectionEditor(props: {
  saved: Connection
  account_id: string
  onSaved: (saved: Connection) => void
  onRemoved: () => Promise<unknown>
}) {
  const draft = createConnectionDraft(() => props.saved, props.account_id)
  const isConnected = () => props.saved.provider === 'connectwise'
  const removed = async () => {
    draft.discard()
    await props.onRemoved()
  }
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-3.5">
      <fieldset class="flex flex-wrap gap-2">
        <legend class="sr-only">Where the tickets are</legend>
        <For each={providers}>
          {({ value, label }) => (
            <label class="inline-flex items-center gap-2 h-9 px-3 rounded-md border border-line-hover text-13px cursor-pointer has-[:checked]:(border-accent bg-accent-dim) has-[:focus-visible]:(outline-2 outline-solid outline-accent outline-offset-1)">
              <input
                type="radio"
                name="ticket-system"
                class="sr-only"
                checked={draft.provider() === value}
                onChange={() => draft.choose(value)}
              />
              {label}
            </label>
          )}
        </For>
      </fieldset>
      <Switch>
        <Match when={draft.provider() === 'connectwise'}>
          <ConnectWiseForm saved={props.saved} draft={draft} onSaved={props.onSaved} />
          <Show when={isConnected()}>
            <div class="flex flex-wrap items-start gap-3">
              <div class="flex-1 min-w-[min(100%,280px)]">
                {/* What was found holds for what was saved then. */}
                <Show when={props.saved} keyed>
                  <TestConnection unsaved={draft.changes().length > 0} />
                </Show>
              </div>
              <RemoveConnection onRemoved={removed} />
            </div>
          </Show>
        </Match>
        <Match when={isConnected()}>
          <p class="text-13px text-secondary">
            This account is connected to ConnectWise at {props.saved.site}. Without that connection its tickets are on
            the built-in board.
          </p>
          <div class="flex">
            <RemoveConnection onRemoved={removed} />
          </div>
        </Match>
        <Match when={true}>
          <p class="text-13px text-secondary">
            Tickets, their notes and statuses are kept in this account. Nothing leaves FlowPilot.
          </p>
        </Match>
      </Switch>
    </div>
  )
}
