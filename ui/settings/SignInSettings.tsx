import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { createAttempt } from '../attempt.ts'
import { changePassword, signOutEverywhere } from '../auth/auth.ts'
import { Button } from '../kit/Button.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { TextField } from '../kit/TextField.tsx'
import { showToast } from '../kit/toast.tsx'
import { useMe } from '../shell/me.tsx'

/** The user's own password, and the end of all his sign-ins. */
export function SignInSettings() {
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ChangePassword />
      <SignOutEverywhere />
    </div>
  )
}

const nothing = { current_password: '', new_password: '', sign_out_others: true }

function ChangePassword() {
  const me = useMe()
  const [form, setForm] = createStore({ ...nothing })
  const { running, attempt, errorAt, errorBeside } = createAttempt()
  const change = async () => {
    await changePassword(form)
    showToast(form.sign_out_others ? 'Password changed. Your other browsers are signed out.' : 'Password changed.')
    setForm(nothing)
  }
  return (
    <form
      class="grid gap-3.5"
      onSubmit={(event) => {
        event.preventDefault()
        void attempt(change)
      }}
    >
      <Show when={errorBeside(['current_password', 'new_password'])}>
        {(message) => <FailureNote title="The password was not changed">{message()}</FailureNote>}
      </Show>
      {/* For password managers: whose password it is. */}
      <input type="email" autocomplete="username" value={me().user.email} hidden readOnly />
      <div class="grid grid-cols-[minmax(0,1fr)] gap-3.5 items-start sm:grid-cols-2">
        <TextField
          label="Current password"
          type="password"
          autocomplete="current-password"
          required
          maxLength={128}
          value={form.current_password}
          onInput={(words) => setForm('current_password', words)}
          error={errorAt('current_password')}
        />
        <TextField
          label="New password"
          type="password"
          autocomplete="new-password"
          required
          minLength={10}
          maxLength={128}
          hint="At least 10 characters"
          value={form.new_password}
          onInput={(words) => setForm('new_password', words)}
          error={errorAt('new_password')}
        />
      </div>
      <label class="flex items-center gap-2.5 text-13px cursor-pointer">
        <input
          type="checkbox"
          checked={form.sign_out_others}
          onChange={(event) => setForm('sign_out_others', event.currentTarget.checked)}
          class="w-4 h-4 accent-[var(--accent)]"
        />
        Sign out my other browsers
      </label>
      <div>
        <Button type="submit" variant="primary" loading={running()}>
          Change password
        </Button>
      </div>
    </form>
  )
}

function SignOutEverywhere() {
  const { running, attempt, errorBeside } = createAttempt()
  return (
    <div class="grid gap-2.5 pt-4 border-t border-line">
      <p class="text-13px text-secondary">
        Ends your sign-in in every browser, this one too. Use it when a device was lost or left signed in.
      </p>
      <div class="flex flex-wrap items-center gap-3">
        <Button icon="sign-out" loading={running()} onClick={() => attempt(signOutEverywhere)}>
          Sign out everywhere
        </Button>
        <span role="alert" class="text-13px text-danger">
          {errorBeside([])}
        </span>
      </div>
    </div>
  )
}
