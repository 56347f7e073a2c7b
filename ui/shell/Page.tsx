import { createEffect, type JSX, Show } from 'solid-js'
import { Chip } from '../kit/Chip.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { useMe } from './me.tsx'
import { useOpenSidebar } from './sidebar-drawer.tsx'

type PageProps = {
  title: string
  /** Beside the title, such as chips; it gives way where the sidebar does, below 1200 px. */
  beside?: JSX.Element
  /** At the right of the header. */
  actions?: JSX.Element
  children: JSX.Element
}

/** One page: the header with its title, and below it whatever the page fills the rest of the window with. */
export function Page(props: PageProps) {
  const me = useMe()
  const openSidebar = useOpenSidebar()
  createEffect(() => {
    document.title = `${props.title} · FlowPilot`
  })
  return (
    <main
      id="page"
      tabindex="-1"
      class="relative grid grid-cols-[minmax(0,1fr)] grid-rows-[var(--header-height)_minmax(0,1fr)] min-w-0 outline-none"
    >
      <header class="flex items-center gap-2 min-w-0 px-3 border-b border-line lane:px-5">
        <IconButton icon="menu" label="Menu" class="w-9 h-7 lane:hidden" onClick={openSidebar} />
        <h1 class="truncate min-w-16 text-15.5px">{props.title}</h1>
        <div class="hidden lane:contents">{props.beside}</div>
        <Show when={me().ai.practice}>
          <Chip tone="warning" class="lane:hidden">
            Practice
          </Chip>
        </Show>
        <span class="flex-1" />
        {props.actions}
      </header>
      {props.children}
    </main>
  )
}

/** The scrolling middle of a plain page, 1080 px at most. */
export function PageBody(props: { children: JSX.Element }) {
  return (
    <div class="overflow-y-auto px-4 py-6 md:p-8">
      <div class="grid grid-cols-[minmax(0,1fr)] gap-6 max-w-270 mx-auto">{props.children}</div>
    </div>
  )
}
