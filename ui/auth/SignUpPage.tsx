import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { createAttempt } from '../attempt.ts'
import { Button } from '../kit/Button.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { TextField } from '../kit/TextField.tsx'
import { AuthFrame } from './AuthFrame.tsx'
import { enter, signUp } from './auth.ts'
import { OtherWaysIn } from './OtherWaysIn.tsx'

export default function SignUpPage() {
  const [form, setForm] = createStore({ name: '', email: '', password: '', account_name: '' })
  const { running, attempt, errorAt, errorBeside } = createAttempt()

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const { account_name, ...person } = form
    // An empty company is left out, not sent as an empty name.
    void attempt(() => signUp(account_name.trim() ? { ...person, account_name } : person).then(enter))
  }
  return (
    <AuthFrame
      title="Create an account"
      below={
        <>
          Already have one?{' '}
          <A href={`/sign-in${location.search}`} class="text-accent underline">
            Sign in
          </A>
        </>
      }
    >
      <form class="grid gap-4" onSubmit={submit}>
        <Show when={errorBeside(['name', 'email', 'password', 'account_name'])}>
          {(message) => <FailureNote title="No account was created">{message()}</FailureNote>}
        </Show>
        <TextField
          label="Your name"
          autocomplete="name"
          required
          value={form.name}
          onInput={(name) => setForm('name', name)}
          error={errorAt('name')}
        />
        <TextField
          label="E-mail"
          type="email"
          autocomplete="username"
          required
          value={form.email}
          onInput={(email) => setForm('email', email)}
          error={errorAt('email')}
        />
        <TextField
          label="Password"
          type="password"
          autocomplete="new-password"
          required
          minlength={10}
          hint="At least 10 characters"
          value={form.password}
          onInput={(password) => setForm('password', password)}
          error={errorAt('password')}
        />
        <TextField
          label="Company"
          autocomplete="organization"
          hint="The team that works in this account"
          value={form.account_name}
          onInput={(account_name) => setForm('account_name', account_name)}
          error={errorAt('account_name')}
        />
        <Button type="submit" variant="primary" loading={running()}>
          Create account
        </Button>
      </form>
      <OtherWaysIn attempt={attempt} />
    </AuthFrame>
  )
}
