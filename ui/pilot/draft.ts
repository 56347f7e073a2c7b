import { createSignal } from 'solid-js'
import { persistText, readPersistedText } from './persisted-text.ts'

/** Most characters that one message may have. */
export const MESSAGE_LIMIT = 100_000

const KEY = 'flowpilot:draft:'

/**
 * What is typed in one session's composer, kept in this browser. A text that is on its way stays kept until `saved`, and
 * comes back to the composer, before whatever was typed meanwhile, with `giveBack`. A kept text that is `last_said` was
 * saved after all, by a page that did not live to hear of it.
 */
export function createDraft(session_id: string, last_said?: string) {
  const key = KEY + session_id
  const kept = readPersistedText(key)
  const [text, setText] = createSignal(kept.trim() === last_said ? '' : kept)
  let leaving = ''
  const together = () => [leaving, text()].filter((part) => part.trim()).join('\n\n')
  const keep = () => persistText(key, together() || null)
  return {
    text,
    type(value: string) {
      setText(value)
      keep()
    },
    /** Takes the text out of the composer to send it. */
    take() {
      leaving = text()
      setText('')
      return leaving.trim()
    },
    saved() {
      leaving = ''
      keep()
    },
    giveBack() {
      setText(together())
      leaving = ''
      keep()
    },
    /** This was just said, from another tab or by a request whose answer was lost: it is not to be said twice. */
    wasSaid(said: string) {
      if (said !== '' && text().trim() === said) {
        setText('')
        keep()
      }
    },
  }
}
