import { createAsync, type RouteSectionProps, revalidate, useLocation, useNavigate } from '@solidjs/router'
import { createEffect, createSignal, ErrorBoundary, on, onCleanup, Show, Suspense } from 'solid-js'
import { whenSignedOut } from '../api.ts'
import { ApiProblem, messageOf } from '../api-problem.ts'
import { signInPath } from '../auth/return-path.ts'
import { Loadable } from '../kit/Loadable.tsx'
import { SideDrawer } from '../kit/SideDrawer.tsx'
import { ConnectionNotice } from './ConnectionNotice.tsx'
import { getMe, MeProvider } from './me.tsx'
import { PageFailure } from './PageFailure.tsx'
import { Sidebar } from './Sidebar.tsx'
import { SidebarDrawerProvider } from './sidebar-drawer.tsx'
import { createWideWindow } from './wide-window.ts'

/** The frame of every page behind the sign-in: asks first who is there, then shows the sidebar and the page. */
export function Shell(props: RouteSectionProps) {
  const location = useLocation()
  const navigate = useNavigate()
  const here = () => location.pathname + location.search
  whenSignedOut(() => navigate(signInPath(here()), { replace: true }))
  onCleanup(() => whenSignedOut(() => {}))

  const me = createAsync(() => getMe().catch(stayQuietWhenSignedOut))
  const wide = createWideWindow()
  const [sidebarOpen, setSidebarOpen] = createSignal(false)
  createEffect(on(here, () => setSidebarOpen(false), { defer: true }))

  return (
    <Loadable
      explain={messageOf}
      data={me}
      what="Your account"
      class="m-4"
      onRetry={() => revalidate(getMe.key)}
      loading={
        <p role="status" class="sr-only">
          Loading FlowPilot…
        </p>
      }
    >
      {(loaded) => (
        <MeProvider me={loaded}>
          <SidebarDrawerProvider open={() => setSidebarOpen(true)}>
            <a
              href="#page"
              class="absolute z-50 left-2 -top-20 px-3 py-2 rounded-md bg-accent text-accent-ink font-medium focus:top-2"
            >
              Skip to the page
            </a>
            <div class="grid grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] h-dvh overflow-hidden lane:grid-cols-[var(--sidebar-width)_minmax(0,1fr)]">
              <Show
                when={wide()}
                fallback={
                  <SideDrawer open={sidebarOpen()} onOpenChange={setSidebarOpen} label="Menu">
                    <Sidebar />
                  </SideDrawer>
                }
              >
                <Sidebar />
              </Show>
              <div class="grid grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] min-w-0 min-h-0">
                <ConnectionNotice />
                <ErrorBoundary fallback={(error) => <PageFailure error={error} />}>
                  <Suspense>{props.children}</Suspense>
                </ErrorBoundary>
              </div>
            </div>
          </SidebarDrawerProvider>
        </MeProvider>
      )}
    </Loadable>
  )
}

/** Nobody signed in is no failure to show: the sign-in page is already on its way. */
function stayQuietWhenSignedOut(thrown: unknown): Promise<never> {
  if (thrown instanceof ApiProblem && thrown.code === 'unauthenticated') return new Promise(() => {})
  throw thrown
}
