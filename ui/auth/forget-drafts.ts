/** Takes what was typed and not yet sent out of this browser, so that the next one to sign in here does not find it. */
export function forgetDrafts(): void {
  sessionStorage.clear()
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('flowpilot:') && key !== 'flowpilot:theme') localStorage.removeItem(key)
  }
}
