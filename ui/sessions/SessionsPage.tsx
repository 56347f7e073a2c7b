import { useSearchParams } from '@solidjs/router'
import { For, onCleanup, Show } from 'solid-js'
import { inputLook } from '../kit/TextField.tsx'
import { Page, PageBody } from '../shell/Page.tsx'
import { SessionPages } from './SessionPages.tsx'
import type { SessionFilter, SessionStatus } from './sessions.ts'
import { statusLabels } from './status-chip.tsx'

const statuses = Object.keys(statusLabels) as SessionStatus[]

/** All sessions of the account. What is searched stands in the address, so that it survives reload and can be shared. */
export default function SessionsPage() {
  const [params, setParams] = useSearchParams<{ q: string; status: string }>()
  const filter = (): SessionFilter => ({
    q: params.q || undefined,
    status: statuses.find((status) => status === params.status),
  })

  let typing: ReturnType<typeof setTimeout>
  onCleanup(() => clearTimeout(typing))
  const search = (q: string) => {
    clearTimeout(typing)
    typing = setTimeout(() => setParams({ q }, { replace: true }), 250)
  }
  return (
    <Page title="Sessions">
      <PageBody>
        <search class="flex flex-wrap gap-3">
          <input
            type="search"
            aria-label="Search sessions"
            placeholder="Search by title or problem…"
            value={params.q ?? ''}
            onInput={(event) => search(event.currentTarget.value)}
            class={`${inputLook} text-13px flex-1 basis-60`}
          />
          <select
            aria-label="Status"
            value={filter().status ?? ''}
            onChange={(event) => setParams({ status: event.currentTarget.value }, { replace: true })}
            class={`${inputLook} text-13px flex-none !w-40`}
          >
            <option value="">All statuses</option>
            <For each={statuses}>{(status) => <option value={status}>{statusLabels[status]}</option>}</For>
          </select>
        </search>
        <Show when={JSON.stringify(filter())} keyed>
          <SessionPages filter={filter()} />
        </Show>
      </PageBody>
    </Page>
  )
}
