import { createSignal, onCleanup, onMount } from 'solid-js'

/** How far from the end, in pixels, a reader still counts as being there. */
const NEAR = 48

/**
 * Keeps a scrolling box at its end while what is in it grows, until the reader scrolls away; `jump` takes him back. Where
 * he was reading is kept under `key` for this tab. Give `box` and `content` to the two elements as their `ref`.
 */
export function createStickToEnd(key: string) {
  let box: HTMLElement | undefined
  let content: HTMLElement | undefined
  const [atEnd, setAtEnd] = createSignal(true)
  const toEnd = () => {
    if (box) box.scrollTop = box.scrollHeight
  }
  let last_top = 0
  /** Where the reader was before a reload, until what he read is there again or he goes elsewhere. */
  let wanted: number | null = null
  const toWanted = () => {
    if (!box || wanted === null) return
    box.scrollTop = wanted
    if (box.scrollTop >= wanted - 1) leaveWanted()
  }
  const leaveWanted = () => {
    wanted = null
  }
  // Only a reader moves upwards: being far from the end may also mean that the text has grown since.
  const look = () => {
    if (!box || wanted !== null) return
    if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR) setAtEnd(true)
    else if (box.scrollTop < last_top) setAtEnd(false)
    last_top = box.scrollTop
  }
  const keepPlace = () =>
    atEnd() ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, String(wanted ?? last_top))
  onMount(() => {
    const kept = sessionStorage.getItem(key)
    if (kept !== null) {
      wanted = Number(kept)
      setAtEnd(false)
      toWanted()
    }
    const growth = new ResizeObserver(() => (atEnd() ? toEnd() : toWanted()))
    if (box) growth.observe(box)
    if (content) growth.observe(content)
    box?.addEventListener('scroll', look, { passive: true })
    for (const act of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
      box?.addEventListener(act, leaveWanted, { passive: true })
    }
    window.addEventListener('pagehide', keepPlace)
    onCleanup(() => {
      growth.disconnect()
      window.removeEventListener('pagehide', keepPlace)
      keepPlace()
    })
  })
  return {
    atEnd,
    jump() {
      leaveWanted()
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
