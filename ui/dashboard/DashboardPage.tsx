import { A, createAsync, revalidate } from '@solidjs/router'
import { Show, Suspense } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Loadable } from '../kit/Loadable.tsx'
import { SessionRows, SessionTable } from '../sessions/SessionTable.tsx'
import { getOpenSessions, getSessions } from '../sessions/sessions.ts'
import { useMe } from '../shell/me.tsx'
import { Page, PageBody } from '../shell/Page.tsx'
import { greeting, openSentence } from './greeting.ts'
import { StartBox } from './StartBox.tsx'
import { Stats } from './Stats.tsx'

export default function DashboardPage() {
  const me = useMe()
  const open = createAsync(() => getOpenSessions().catch(() => null))
  const recent = createAsync(() => getSessions({ limit: '10' }))
  return (
    <Page title="Dashboard">
      <PageBody>
        <div>
          <h2 class="text-2xl">
            {greeting(new Date().getHours())}, {me().user.name.split(' ')[0]}
          </h2>
          <p class="text-secondary">
            <Suspense fallback="Looking for open sessions…">
              <Show when={open()}>{(page) => openSentence(page().items.length, page().next_cursor !== null)}</Show>
            </Suspense>
          </p>
        </div>
        <StartBox />
        <Stats />
        <Loadable
          explain={messageOf}
          data={recent}
          what="The recent sessions"
          onRetry={() => revalidate(getSessions.key)}
        >
          {(page) => (
            <Show
              when={page().items.length > 0}
              fallback={
                <EmptyState icon="plane" title="No sessions yet">
                  Describe an issue above: FlowPilot asks what it needs to know and keeps what you find out.
                </EmptyState>
              }
            >
              <section aria-label="Recent sessions" class="grid gap-2">
                <SessionTable>
                  <tbody>
                    <SessionRows sessions={page().items} />
                  </tbody>
                </SessionTable>
                <Show when={page().next_cursor}>
                  <A href="/sessions" class="justify-self-end text-sm text-secondary underline">
                    All sessions
                  </A>
                </Show>
              </section>
            </Show>
          )}
        </Loadable>
      </PageBody>
    </Page>
  )
}
