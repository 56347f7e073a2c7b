import { createSignal } from 'solid-js'

/** Whether a long list of facts is folded; what the engineer chose is remembered for the session, in this browser. */
export function createFactFold(session_id: string) {
  const key = `flowpilot:facts-unfolded:${session_id}`
  const [unfolded, setUnfolded] = createSignal(localStorage.getItem(key) !== null)
  return {
    unfolded,
    toggle() {
      const now = setUnfolded(!unfolded())
      try {
        if (now) localStorage.setItem(key, 'yes')
        else localStorage.removeItem(key)
      } catch {
        // The browser's store is full or switched off: the list is folded again after a reload.
      }
    },
  }
}
