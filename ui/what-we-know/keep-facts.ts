import { createSignal } from 'solid-js'

const KEY = 'flowpilot:keep-facts'
const WITHOUT_ASKING = 'without-asking'

const [kept, setKept] = createSignal(localStorage.getItem(KEY))
window.addEventListener('storage', ({ key, newValue }) => key === KEY && setKept(newValue))

/** Whether what an answer establishes is kept at once, or shown to the engineer first. */
export const keepsWithoutAsking = () => kept() === WITHOUT_ASKING

/** Remembers the choice in this browser, until the engineer signs out. */
export function keepWithoutAsking(chosen: boolean): void {
  setKept(chosen ? WITHOUT_ASKING : null)
  try {
    if (chosen) localStorage.setItem(KEY, WITHOUT_ASKING)
    else localStorage.removeItem(KEY)
  } catch {
    // The browser's store is full or switched off: this page still knows, until it is loaded anew.
  }
}
