const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** How this machine writes a combination: `Mod+Enter` is ⌘↵ on a Mac and Ctrl+↵ elsewhere. */
export function showKeys(combination: string, mac = isMac): string {
  const keys = combination.split('+').map((key) => {
    if (key === 'Mod') return mac ? '⌘' : 'Ctrl'
    return key === 'Enter' ? '↵' : key
  })
  return keys.join(mac ? '' : '+')
}

/** Whether the key that commands start with is held: ⌘ or Ctrl, either one on every machine. */
export function holdsMod(event: KeyboardEvent): boolean {
  return event.metaKey || event.ctrlKey
}

/** Whether the event is "send": Enter with ⌘ or Ctrl, and not the Enter that ends an input method's composition. */
export function isSend(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && holdsMod(event) && !event.isComposing
}
