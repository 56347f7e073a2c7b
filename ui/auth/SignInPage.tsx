import { A } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createAttempt } from '../attempt.ts'
import { Button } from '../kit/Button.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { TextField } from '../kit/TextField.tsx'
import { AuthFrame } from './AuthFrame.tsx'
import { enter, signIn } from './auth.ts'
import { OtherWaysIn } from './OtherWaysIn.tsx'

export default function SignInPage() {
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const { running, attempt, errorAt, errorBeside } = createAttempt()

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void attempt(() => signIn({ email: email(), password: password() }).then(enter))
  }
  return (
    <AuthFrame
      title="Sign in"
      below={
        <>
          New here?{' '}
          <A href={`/sign-up${location.search}`} class="text-accent underline">
            Create an account
          </A>
        </>
      }
    >
      <form class="grid gap-4" onSubmit={submit}>
        <Show when={errorBeside(['email', 'password'])}>
          {(message) => <FailureNote title="You are not signed in">{message()}</FailureNote>}
        </Show>
        <TextField
          label="E-mail"
          type="email"
          autocomplete="username"
          required
          value={email()}
          onInput={setEmail}
          error={errorAt('email')}
        />
        <TextField
          label="Password"
          type="password"
          autocomplete="current-password"
          required
          value={password()}
          onInput={setPassword}
          error={errorAt('password')}
        />
        <Button type="submit" variant="primary" loading={running()}>
          Sign in
        </Button>
      </form>
      <OtherWaysIn attempt={attempt} />
    </AuthFrame>
  )
}
