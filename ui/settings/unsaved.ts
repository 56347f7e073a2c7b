import { createSignal } from 'solid-js'

/** Edits that are not saved yet: kept for as long as the tab lives, reloads and other pages included. */
export function createUnsaved<Edits extends object>(name: string, none: Edits) {
  const key = `flowpilot:unsaved:${name}`
  const [edits, setEdits] = createSignal<Edits>(readKept(key) ?? none)
  const write = (next: Edits) => {
    setEdits(() => next)
    try {
      sessionStorage.setItem(key, JSON.stringify(next))
    } catch {
      // The browser's store is full or switched off: this page still knows.
    }
  }
  return { edits, write, clear: () => write(none) }
}

function readKept<Edits>(key: string): Edits | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
