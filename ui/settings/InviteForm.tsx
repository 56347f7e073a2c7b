import { createSignal, Show } from 'solid-js'
import { createAttempt } from '../attempt.ts'
import { Button } from '../kit/Button.tsx'
import { CopyButton } from '../kit/CopyButton.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { Field } from '../kit/Field.tsx'
import { TextField } from '../kit/TextField.tsx'
import { useMe } from '../shell/me.tsx'
import { invite, type Role, rolesToGive } from './member-calls.ts'
import { RoleSelect } from './RoleSelect.tsx'

/** Invites an address. FlowPilot sends no mail: the link is shown, to be sent. */
export function InviteForm(props: { onInvited: () => Promise<unknown> }) {
  const me = useMe()
  const [email, setEmail] = createSignal('')
  const [role, setRole] = createSignal<Role>('engineer')
  const [invited, setInvited] = createSignal<{ email: string; url: string }>()
  const { running, attempt, errorAt, errorBeside } = createAttempt()
  const submit = async () => {
    setInvited(undefined)
    setInvited({ email: email(), url: await invite(email(), role()) })
    setEmail('')
    await props.onInvited()
  }
  return (
    <form
      aria-label="Invite somebody"
      class="grid grid-cols-[minmax(0,1fr)] gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void attempt(submit)
      }}
    >
      <Show when={errorBeside(['email', 'role'])}>
        {(message) => <FailureNote title="Nobody was invited">{message()}</FailureNote>}
      </Show>
      <div class="grid grid-cols-[minmax(0,1fr)] gap-3 items-start sm:grid-cols-[minmax(0,1fr)_8rem]">
        <TextField
          label="E-mail of the new member"
          type="email"
          autocomplete="off"
          required
          value={email()}
          onInput={setEmail}
          error={errorAt('email')}
        />
        <Field label="Role" error={errorAt('role')}>
          {(control) => <RoleSelect id={control.id} value={role()} roles={rolesToGive(me().role)} onPick={setRole} />}
        </Field>
      </div>
      <div>
        <Button type="submit" icon="plus" loading={running()}>
          Invite
        </Button>
      </div>
      <div role="status" class="grid gap-2 text-13px empty:hidden">
        <Show when={invited()}>
          {(sent) => (
            <>
              <p>Send this link to {sent().email}. It holds for a week, for this address, once.</p>
              <div class="flex flex-wrap items-center gap-2 min-w-0">
                <code class="min-w-0 break-all text-12px">{sent().url}</code>
                <CopyButton text={sent().url} small>
                  Copy link
                </CopyButton>
              </div>
            </>
          )}
        </Show>
      </div>
    </form>
  )
}
