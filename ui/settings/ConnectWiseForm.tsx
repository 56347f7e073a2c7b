import { For, Show } from 'solid-js'
import { createAttempt } from '../attempt.ts'
import { Button } from '../kit/Button.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { TextField } from '../kit/TextField.tsx'
import { showToast } from '../kit/toast.tsx'
import type { Connection } from '../tickets/ticket-system.ts'
import { saveConnection } from './connection-calls.ts'
import type { ConnectionDraft } from './connection-draft.ts'
import { SecretField } from './SecretField.tsx'

const places = ['site', 'company_id', 'public_key'] as const
const keys = ['private_key', 'client_id'] as const
const labels = {
  site: 'Site',
  company_id: 'Company id',
  public_key: 'Public key',
  private_key: 'Private key',
  client_id: 'Client id',
}
const hints = {
  site: 'The host name alone, such as na.myconnectwise.net',
  company_id: 'As at the sign-in to ConnectWise',
  public_key: 'Of an API member’s keys',
  private_key: 'Shown by ConnectWise once, when the keys are made',
  client_id: 'From developer.connectwise.com',
}
const again = 'To be entered again: a kept key goes only where it went before'

/** Where the account's ConnectWise is, and the keys to it. What is typed stays here until it is saved. */
export function ConnectWiseForm(props: {
  saved: Connection
  draft: ConnectionDraft
  onSaved: (saved: Connection) => void
}) {
  const { draft } = props
  const { running, attempt, errorAt, errorBeside } = createAttempt()
  const isConnected = () => props.saved.provider === 'connectwise'
  const save = async () => {
    const saved = await saveConnection(draft.asked())
    props.onSaved(saved)
    draft.discard()
    showToast(`Saved. Tickets come from ConnectWise at ${saved.site}.`)
  }
  let saveButton: HTMLButtonElement | undefined
  return (
    <form
      class="grid gap-3.5"
      onSubmit={(event) => {
        event.preventDefault()
        void attempt(save)
      }}
    >
      <Show when={errorBeside([...places, ...keys])}>
        {(message) => <FailureNote title="Nothing was saved">{message()} What you typed is still here.</FailureNote>}
      </Show>
      <div class="grid grid-cols-[minmax(0,1fr)] gap-3.5 items-start sm:grid-cols-2">
        <For each={places}>
          {(part) => (
            <TextField
              label={labels[part]}
              required
              autocomplete="off"
              spellcheck={false}
              maxLength={260}
              value={draft.place()[part]}
              onInput={(words) => draft.type(part, words)}
              hint={hints[part]}
              error={errorAt(part)}
            />
          )}
        </For>
        <For each={keys}>
          {(name) => (
            <SecretField
              label={labels[name]}
              kept={draft.isKept(name)}
              value={draft.keys()[name]}
              onInput={(words) => draft.typeKey(name, words)}
              hint={props.saved[`has_${name}`] && !draft.isKept(name) ? again : hints[name]}
              error={errorAt(name)}
            />
          )}
        </For>
      </div>
      <div role="status" class="grid gap-1 text-13px text-secondary">
        <For each={draft.changes()} fallback="Nothing is changed.">
          {(change) => <p>{change}</p>}
        </For>
      </div>
      <div class="flex flex-wrap gap-2">
        <Button ref={saveButton} type="submit" variant="primary" loading={running()}>
          {isConnected() ? 'Save the connection' : 'Connect ConnectWise'}
        </Button>
        <Show when={isConnected() && draft.changes().length > 0}>
          <Button
            variant="ghost"
            onClick={() => {
              draft.discard()
              saveButton?.focus()
            }}
          >
            Discard the changes
          </Button>
        </Show>
      </div>
    </form>
  )
}
