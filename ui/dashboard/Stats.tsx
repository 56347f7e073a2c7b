import { createAsync, query } from '@solidjs/router'
import { parseResponse } from 'hono/client'
import { Show, Suspense } from 'solid-js'
import { api } from '../api.ts'
import { getOpenSessions } from '../sessions/sessions.ts'

const getUsage = query(() => parseResponse(api['ai-usage'].$get({ query: {} })), 'ai-usage')

/** Figures that the account really has; one that is unknown or does not load is left out, not shown as 0. */
export function Stats() {
  const open = createAsync(() => getOpenSessions().catch(() => null))
  const usage = createAsync(() => getUsage().catch(() => null))
  const openCount = () => {
    const page = open()
    return page && `${page.items.length}${page.next_cursor ? '+' : ''}`
  }
  const cacheShare = () => {
    const share = usage()?.totals.cache_share
    return share == null ? null : `${Math.round(share * 100)}%`
  }
  return (
    <dl class="grid grid-cols-2 gap-3 md:grid-cols-4 empty:hidden">
      <Figure value={openCount} label="Open sessions" />
      <Figure value={cacheShare} label="Prompt tokens read from cache" />
    </dl>
  )
}

function Figure(props: { value: () => string | null | undefined; label: string }) {
  return (
    <Suspense>
      <Show when={props.value()}>
        {(value) => (
          <div class="flex flex-col-reverse justify-end gap-1 px-4 py-3.5 border border-line rounded-lg bg-card">
            <dt class="text-sm text-secondary">{props.label}</dt>
            <dd class="font-heading font-semibold text-24px leading-[1.1] text-heading">{value()}</dd>
          </div>
        )}
      </Show>
    </Suspense>
  )
}
