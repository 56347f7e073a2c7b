/**
 * Keeps a text in this browser, and for this tab before all others: two tabs of one session do not take each other's
 * words. Null forgets it. A store that is full or switched off keeps nothing, and nothing else breaks.
 */
export function persistText(key: string, text: string | null): void {
  try {
    // Kept empty, and not removed: what another tab keeps is not this one's.
    sessionStorage.setItem(key, text ?? '')
    if (text) localStorage.setItem(key, text)
    else localStorage.removeItem(key)
  } catch {
    // It is still where it was typed.
  }
}

/** What this tab kept, else what any tab of this browser did; empty when nothing was. */
export function readPersistedText(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
