import { createSignal } from 'solid-js'
import { persistText, readPersistedText } from '../pilot/persisted-text.ts'

/** The note that is being written in a session, kept in this browser until it is saved or cancelled. */
export function createNoteDraft(session_id: string) {
  const key = `flowpilot:note:${session_id}`
  const [text, setText] = createSignal(readPersistedText(key))
  const [open, setOpen] = createSignal(text() !== '')
  const type = (value: string) => {
    setText(value)
    persistText(key, value || null)
  }
  return {
    text,
    open,
    type,
    begin: () => setOpen(true),
    /** Closes the field and forgets what stands in it. */
    leave() {
      setOpen(false)
      type('')
    },
    /** A note that was not kept comes back, before whatever was typed meanwhile. */
    giveBack(note: string) {
      setOpen(true)
      type([note, text()].filter((part) => part.trim()).join('\n'))
    },
  }
}
