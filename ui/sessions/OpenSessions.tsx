import { A, createAsync } from '@solidjs/router'
import { For, Show, Suspense } from 'solid-js'
import { getOpenSessions } from './sessions.ts'

/** The sessions that are being worked on, in the sidebar. */
export function OpenSessions() {
  // A list that does not load is only a word here: the page beside it says why, and asking again fills both.
  const open = createAsync(() => getOpenSessions().catch(() => null))
  return (
    <nav aria-labelledby="open-sessions" class="flex flex-col min-h-0 flex-1">
      <h2
        id="open-sessions"
        class="mx-2.5 mt-4 mb-1 font-body text-10.5px leading-[1.4] tracking-[.07em] uppercase text-faint"
      >
        Open sessions
      </h2>
      <Suspense>
        <Show
          when={open()?.items.length}
          fallback={
            <p class="px-2.5 py-1.5 text-sm text-faint">
              {open() === null ? 'The list did not load.' : 'None. Start one from the dashboard.'}
            </p>
          }
        >
          <ul class="grid gap-2px overflow-y-auto [scrollbar-width:thin]">
            <For each={open()?.items}>
              {(session) => (
                <li class="min-w-0">
                  <A
                    href={`/pilot/${session.id}`}
                    title={session.title}
                    class="block truncate px-2.5 py-1.5 rounded-md text-sm"
                    activeClass="bg-card text-primary"
                    inactiveClass="text-secondary hover:text-primary"
                  >
                    {session.title}
                  </A>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Suspense>
    </nav>
  )
}
