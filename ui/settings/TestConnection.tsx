import { createSignal, Match, Show, Switch } from 'solid-js'
import { createAttempt } from '../attempt.ts'
import { Button } from '../kit/Button.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { Icon } from '../kit/Icon.tsx'
import { testConnection } from './connection-calls.ts'

/** Asks the ticket system whether the saved connection holds, and tells what the server found in its own words. */
export function TestConnection(props: {
  /** What is typed is not saved: the test would ask with something else. */
  unsaved: boolean
}) {
  const [result, setResult] = createSignal<Awaited<ReturnType<typeof testConnection>>>()
  const { running, attempt, errorBeside } = createAttempt()
  const test = () =>
    attempt(async () => {
      setResult(undefined)
      setResult(await testConnection())
    })
  return (
    <div class="grid gap-2.5">
      <div class="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button icon="pulse" loading={running()} onClick={test}>
          Test connection
        </Button>
        <span role="status" class="min-w-0 text-13px text-secondary">
          <Switch fallback={props.unsaved ? 'The test asks with what is saved, without your changes.' : ''}>
            <Match when={running()}>Asking ConnectWise…</Match>
            <Match when={result()?.ok}>
              <span class="inline-flex items-start gap-2 text-success">
                <Icon name="check-circle" class="mt-0.5" />
                {result()?.detail}
              </span>
            </Match>
          </Switch>
        </span>
      </div>
      <Show when={result()?.ok === false}>
        <FailureNote title="The connection does not hold">{result()?.detail}</FailureNote>
      </Show>
      <Show when={errorBeside([])}>
        {(message) => <FailureNote title="The connection was not tested">{message()}</FailureNote>}
      </Show>
    </div>
  )
}
