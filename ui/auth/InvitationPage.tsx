import { A, useLocation, useParams } from '@solidjs/router'
import { parseResponse } from 'hono/client'
import { createSignal, Show } from 'solid-js'
import { api } from '../api.ts'
import { ApiProblem } from '../api-problem.ts'
import { createAttempt } from '../attempt.ts'
import { Button, buttonLook } from '../kit/Button.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { AuthFrame } from './AuthFrame.tsx'
import { signInPath } from './return-path.ts'

/** Accepts an invitation for whoever is signed in, or shows the way to sign in first. */
export default function InvitationPage() {
  const params = useParams<{ id: string }>()
  const location = useLocation()
  const [signedOut, setSignedOut] = createSignal(false)
  const { running, attempt, errorBeside } = createAttempt()

  const accept = async () => {
    try {
      await parseResponse(api.members.invitations[':id'].accept.$post({ param: { id: params.id } }))
      window.location.assign('/')
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem) || thrown.status !== 401) throw thrown
      setSignedOut(true)
    }
  }
  const doors = () => `?return_to=${encodeURIComponent(location.pathname)}`
  return (
    <AuthFrame title="Join a team">
      <p class="text-secondary">
        Somebody invited you to work in their FlowPilot account. Accept it while signed in with the address that the
        invitation was sent to.
      </p>
      <Show when={errorBeside([])}>
        {(message) => <FailureNote title="You have not joined">{message()}</FailureNote>}
      </Show>
      <Show
        when={signedOut()}
        fallback={
          <Button variant="primary" loading={running()} onClick={() => attempt(accept)}>
            Accept the invitation
          </Button>
        }
      >
        <p role="status">Sign in first; you come back here afterwards.</p>
        <div class="grid gap-2">
          <A class={buttonLook({ variant: 'primary' })} href={signInPath(location.pathname)}>
            Sign in
          </A>
          <A class={buttonLook()} href={`/sign-up${doors()}`}>
            Create an account
          </A>
        </div>
      </Show>
    </AuthFrame>
  )
}
