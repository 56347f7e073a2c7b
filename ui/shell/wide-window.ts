import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Whether the window is 1200 px wide or more: then the sidebar and the task lane stand beside the page. */
export function createWideWindow(): Accessor<boolean> {
  const media = matchMedia('(min-width: 1200px)')
  const [wide, setWide] = createSignal(media.matches)
  const follow = () => setWide(media.matches)
  media.addEventListener('change', follow)
  onCleanup(() => media.removeEventListener('change', follow))
  return wide
}
