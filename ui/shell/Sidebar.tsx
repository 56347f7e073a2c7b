import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { Icon, type IconName } from '../kit/Icon.tsx'
import { OpenSessions } from '../sessions/OpenSessions.tsx'
import { Brand } from './Brand.tsx'
import { MeMenu } from './MeMenu.tsx'
import { useMe } from './me.tsx'

const places: { href: string; label: string; icon: IconName; end?: boolean }[] = [
  { href: '/', label: 'Dashboard', icon: 'home', end: true },
  { href: '/pilot', label: 'FlowPilot', icon: 'plane' },
  { href: '/sessions', label: 'Sessions', icon: 'list' },
  { href: '/settings', label: 'Settings', icon: 'sliders' },
]

export function Sidebar() {
  const me = useMe()
  return (
    <aside class="flex flex-col gap-2px w-sidebar h-full min-h-0 p-3 bg-sidebar border-r border-line">
      <A href="/" class="mb-3 rounded-md">
        <Brand />
      </A>
      <nav aria-label="Places" class="grid gap-2px">
        <For each={places}>
          {(place) => (
            <A
              href={place.href}
              end={place.end}
              class="flex items-center gap-2.5 h-34px px-2.5 rounded-md text-13.5px font-medium"
              activeClass="bg-card text-heading"
              inactiveClass="text-secondary hover:text-primary"
            >
              <Icon name={place.icon} />
              {place.label}
            </A>
          )}
        </For>
      </nav>
      <OpenSessions />
      <Show when={me().ai.practice}>
        <p class="my-2 px-2.5 py-2 rounded-md border border-warning-border bg-warning-dim text-11.5px leading-snug text-warning">
          Practice model: replies come from rehearsed cases, not from a live AI.
        </p>
      </Show>
      <MeMenu />
    </aside>
  )
}
