import { useParams } from '@solidjs/router'
import { createResource, Match, onCleanup, Show, Switch } from 'solid-js'
import { ApiProblem, messageOf } from '../api-problem.ts'
import { Button } from '../kit/Button.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Page } from '../shell/Page.tsx'
import { NewSession } from './NewSession.tsx'
import { SessionNotFound } from './SessionNotFound.tsx'
import { SessionView } from './SessionView.tsx'
import { readSession } from './session-calls.ts'

/** The surface of a session, and of a new one where the address names none. */
export default function PilotPage() {
  const params = useParams<{ sessionId?: string }>()
  return (
    <Show when={params.sessionId} keyed fallback={<NewSession />}>
      {(id) => <LoadedSession id={id} />}
    </Show>
  )
}

function LoadedSession(props: { id: string }) {
  const [page, { refetch }] = createResource(() => props.id, readSession)
  const retryWhenFailed = () => page.error && void refetch()
  window.addEventListener('online', retryWhenFailed)
  onCleanup(() => window.removeEventListener('online', retryWhenFailed))
  return (
    <Switch>
      <Match when={page.error instanceof ApiProblem && page.error.status === 404}>
        <SessionNotFound />
      </Match>
      <Match when={page.error}>
        {(thrown) => (
          <Page title="FlowPilot">
            <div class="p-4 md:p-8">
              <FailureNote
                title="The session did not load"
                actions={
                  <Button small icon="refresh" onClick={() => refetch()}>
                    Try again
                  </Button>
                }
              >
                {messageOf(thrown())} Nothing of it is lost.
              </FailureNote>
            </div>
          </Page>
        )}
      </Match>
      <Match when={page.state !== 'ready'}>
        <SessionOnItsWay />
      </Match>
      <Match when={page()}>{(loaded) => <SessionView page={loaded()} />}</Match>
    </Switch>
  )
}

function SessionOnItsWay() {
  return (
    <Page title="FlowPilot">
      <div class="grid lane:grid-cols-[minmax(0,1fr)_var(--lane-width)] min-h-0">
        <div class="grid content-end px-4 py-8 md:px-6">
          <Skeleton lines={6} label="Loading the session…" class="w-full max-w-measure mx-auto" />
        </div>
        <div class="hidden p-4 border-l border-line lane:block">
          <Skeleton lines={5} label="Loading the task lane…" />
        </div>
      </div>
    </Page>
  )
}
