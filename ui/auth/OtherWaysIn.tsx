import { createResource, Show } from 'solid-js'
import type { createAttempt } from '../attempt.ts'
import { Button } from '../kit/Button.tsx'
import { enter, getSignInWays, leaveForMicrosoft, signInToDemo } from './auth.ts'

/** The ways in besides the form, as far as this installation offers them. */
export function OtherWaysIn(props: { attempt: ReturnType<typeof createAttempt>['attempt'] }) {
  const [ways] = createResource(getSignInWays)
  return (
    <Show when={ways()?.demo || ways()?.microsoft}>
      <div class="grid gap-2 pt-4 border-t border-line">
        <Show when={ways()?.demo}>
          <Button icon="play" onClick={() => props.attempt(() => signInToDemo().then(enter))}>
            Try the demo account
          </Button>
        </Show>
        <Show when={ways()?.microsoft}>
          <Button onClick={() => props.attempt(leaveForMicrosoft)}>Continue with Microsoft</Button>
        </Show>
      </div>
    </Show>
  )
}
