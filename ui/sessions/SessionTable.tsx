import { A } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { Chip } from '../kit/Chip.tsx'
import { RelativeTime } from '../kit/RelativeTime.tsx'
import type { AiSession } from './sessions.ts'
import { StatusChip } from './status-chip.tsx'

const cell = 'py-11px pl-3 align-middle'
const head = 'py-9px pl-3 text-left font-semibold'
// The client and the ticket give way where the window is narrow.
const wideOnly = 'hidden md:table-cell'

/** The frame of a list of sessions; its rows come in as one or more `SessionRows`. */
export function SessionTable(props: { children: JSX.Element }) {
  return (
    <div class="border border-line rounded-lg bg-card overflow-hidden">
      <table class="w-full table-fixed border-collapse text-13px">
        <thead class="text-11.5px text-faint">
          <tr>
            <th scope="col" class={`${head} pl-4`}>
              Session
            </th>
            <th scope="col" class={`${head} ${wideOnly} w-162px`}>
              Client
            </th>
            <th scope="col" class={`${head} ${wideOnly} w-142px`}>
              Ticket
            </th>
            <th scope="col" class={`${head} w-104px md:w-122px`}>
              Status
            </th>
            <th scope="col" class={`${head} w-84px pr-4 md:w-112px`}>
              Updated
            </th>
          </tr>
        </thead>
        {props.children}
      </table>
    </div>
  )
}

/** Sessions as rows; the whole row leads to its session. */
export function SessionRows(props: { sessions: AiSession[] }) {
  return (
    <For each={props.sessions}>
      {(session) => (
        <tr class="relative border-t border-line hover:bg-[color-mix(in_srgb,var(--bg-elevated)_40%,transparent)]">
          <td class={`${cell} pl-4`}>
            <A
              href={`/pilot/${session.id}`}
              class="line-clamp-2 lane:line-clamp-1 font-medium text-heading after:(content-empty absolute inset-0)"
            >
              {session.title}
            </A>
          </td>
          <td class={`${cell} ${wideOnly} truncate text-secondary`}>{session.ticket?.company}</td>
          <td class={`${cell} ${wideOnly} text-faint`}>
            <Show when={session.ticket} fallback="not linked">
              {(ticket) => (
                <span class="flex">
                  <Chip tone="accent" mono>
                    #{ticket().ref}
                  </Chip>
                </span>
              )}
            </Show>
          </td>
          <td class={cell}>
            <span class="flex">
              <StatusChip status={session.status} />
            </span>
          </td>
          <td class={`${cell} pr-4 text-faint whitespace-nowrap`}>
            <RelativeTime time={session.updated_at} />
          </td>
        </tr>
      )}
    </For>
  )
}
