import { createSignal, onCleanup, onMount } from 'solid-js'

/** How far from the end, in pixels, a reader still counts as being there. */
const NEAR = 48

/**
 * Keeps a scrolling box at its end while what is in it grows, until the reader scrolls away; `jump` takes him back.
 * Give `box` and `content` to the two elements as their `ref`.
 */
export function createStickToEnd() {
  let box: HTMLElement | undefined
  let content: HTMLElement | undefined
  const [atEnd, setAtEnd] = createSignal(true)
  const toEnd = () => {
    if (box) box.scrollTop = box.scrollHeight
  }
  let last_top = 0
  // Only a reader moves upwards: being far from the end may also mean that the text has grown since.
  const look = () => {
    if (!box) return
    if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR) setAtEnd(true)
    else if (box.scrollTop < last_top) setAtEnd(false)
    last_top = box.scrollTop
  }
  onMount(() => {
    const growth = new ResizeObserver(() => atEnd() && toEnd())
    if (box) growth.observe(box)
    if (content) growth.observe(content)
    box?.addEventListener('scroll', look, { passive: true })
    onCleanup(() => growth.disconnect())
  })
  return {
    atEnd,
    jump() {
      setAtEnd(true)
      toEnd()
    },
    box: (element: HTMLElement) => {
      box = element
    },
    content: (element: HTMLElement) => {
      content = element
    },
  }
}
