import { createSignal } from 'solid-js'

/** A place on the page of a session: an item of the lane, or a message. `edit` asks the item for its form. */
export type Place = { kind: 'item' | 'message'; id: string; edit?: boolean }

const [revealed, setRevealed] = createSignal<Place>()

/** The place that was asked for last. Whatever hides a place opens when it is asked for. */
export { revealed }

/** The `id` attribute under which a place is found; its element takes the focus with `tabindex="-1"`. */
export const placeId = ({ kind, id }: Place) => `${kind}-${id}`

/** Brings a place before the eyes and puts the focus there; false where the page does not show it. */
export function navigateTo(place: Place): boolean {
  setRevealed({ ...place })
  const element = document.getElementById(placeId(place))
  if (!element) return false
  const fits = element.offsetHeight < window.innerHeight / 2
  element.scrollIntoView({ block: fits ? 'center' : 'start' })
  // The form that has just opened may have taken it already.
  if (!element.contains(document.activeElement)) element.focus({ preventScroll: true })
  element.animate(
    { outline: ['2px solid var(--accent)', '2px solid transparent'], outlineOffset: '4px', borderRadius: '2px' },
    { duration: 2_000, easing: 'ease-in' },
  )
  return true
}
