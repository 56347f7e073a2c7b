import { createSignal } from 'solid-js'
import { type PickedTicket, readTicket } from './tickets.ts'

/** Most characters that a session's title and its problem may have. */
const TITLE_LIMIT = 200
const PROBLEM_LIMIT = 100_000

export type ChosenTicket = ReturnType<typeof createChosenTicket>

/** Where the words of a new session stand. */
type Words = { text: () => string; write: (text: string) => void }

/**
 * The ticket that a new session will belong to; it survives a reload in its tab. Choosing one writes what it says where
 * nothing has been typed, and taking it back takes those words with it unless they were changed.
 */
export function createChosenTicket(key: string, words: Words) {
  const kept = readKept(key)
  const [ticket, setTicket] = createSignal(kept.ticket)
  const [reading, setReading] = createSignal(false)
  let filled = kept.filled
  const keep = () => sessionStorage.setItem(key, JSON.stringify({ ticket: ticket(), filled }))
  const isUntouched = () => words.text().trim() === '' || words.text() === filled
  const fill = (text: string) => {
    filled = text.slice(0, PROBLEM_LIMIT)
    words.write(filled)
    keep()
  }
  async function choose(chosen: PickedTicket): Promise<void> {
    setTicket(chosen)
    keep()
    if (!isUntouched()) return
    fill(chosen.summary ?? '')
    setReading(true)
    const read = await readTicket(chosen.ref).catch(() => undefined)
    if (ticket()?.ref !== chosen.ref) return
    setReading(false)
    if (read && isUntouched()) fill(read.description?.trim() || read.summary)
  }
  return {
    ticket,
    /** Whether its words are on their way. */
    reading,
    choose,
    drop(): void {
      setTicket(null)
      setReading(false)
      if (words.text() === filled) words.write('')
      filled = ''
      keep()
    },
    /** The session has begun: the next one begins without. */
    forget: () => sessionStorage.removeItem(key),
    /** What the ticket says of a session that begins with it. */
    asked(): { ticket_ref?: string; title?: string } {
      const { ref, summary } = ticket() ?? {}
      return { ...(ref && { ticket_ref: ref }), ...(summary?.trim() && { title: summary.slice(0, TITLE_LIMIT) }) }
    },
  }
}

function readKept(key: string): { ticket: PickedTicket | null; filled: string } {
  try {
    const { ticket, filled } = JSON.parse(sessionStorage.getItem(key) ?? '')
    return { ticket, filled }
  } catch {
    return { ticket: null, filled: '' }
  }
}
