import { A, createAsync, revalidate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { Button, buttonLook } from '../kit/Button.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Loadable } from '../kit/Loadable.tsx'
import { SessionRows, SessionTable } from './SessionTable.tsx'
import { getSessions, type SessionFilter } from './sessions.ts'

/** The sessions that a filter finds, page after page; each page keeps itself current. */
export function SessionPages(props: { filter: SessionFilter }) {
  const [cursors, setCursors] = createSignal<(string | undefined)[]>([undefined])
  const pageAt = (cursor: string | undefined) => createAsync(() => getSessions({ ...props.filter, cursor }))
  const firstPage = pageAt(undefined)
  const retry = () => revalidate(getSessions.key)
  const isFiltered = () => Boolean(props.filter.q || props.filter.status)

  return (
    <Loadable explain={messageOf} data={firstPage} what="The sessions" onRetry={retry}>
      {(first) => (
        <Show when={first().items.length > 0} fallback={<NothingHere filtered={isFiltered()} />}>
          <SessionTable>
            <For each={cursors()}>
              {(cursor, index) => {
                const page = cursor === undefined ? first : pageAt(cursor)
                const isLast = () => index() === cursors().length - 1
                return (
                  <tbody>
                    <SessionRows sessions={page()?.items ?? []} />
                    <Show when={isLast() && page()?.next_cursor}>
                      {(next) => (
                        <tr class="border-t border-line">
                          <td colspan={5} class="p-2 text-center">
                            <Button small variant="ghost" onClick={() => setCursors([...cursors(), next()])}>
                              Show more
                            </Button>
                          </td>
                        </tr>
                      )}
                    </Show>
                  </tbody>
                )
              }}
            </For>
          </SessionTable>
        </Show>
      )}
    </Loadable>
  )
}

function NothingHere(props: { filtered: boolean }) {
  return (
    <Show
      when={props.filtered}
      fallback={
        <EmptyState
          icon="plane"
          title="No sessions yet"
          action={
            <A href="/" class={buttonLook({ variant: 'primary' })}>
              Describe an issue
            </A>
          }
        >
          A session begins when you describe what is broken.
        </EmptyState>
      }
    >
      <EmptyState
        icon="search"
        title="No session matches"
        action={
          <A href="/sessions" class={buttonLook()}>
            Clear the search
          </A>
        }
      >
        Try fewer words, or another status.
      </EmptyState>
    </Show>
  )
}
