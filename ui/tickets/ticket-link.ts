import { createSignal } from 'solid-js'
import { showToast } from '../kit/toast.tsx'
import type { PilotSession } from '../pilot/pilot-session.ts'
import { ticketName } from './ticket-name.ts'
import { createTicketSystem } from './ticket-system.ts'
import type { PickedTicket } from './tickets.ts'

export type TicketLink = ReturnType<typeof createTicketLink>

/** A session's tie to its ticket: which of its two dialogs is open, and the acts on it. */
export function createTicketLink(pilot: PilotSession) {
  const system = createTicketSystem()
  const [shown, setShown] = createSignal<'ticket' | 'picker'>()
  const [linking, setLinking] = createSignal<string>()
  const ticket = () => pilot.session().ticket
  const nameOf = (ref: string) => ticketName(ref, system()?.provider)

  async function link(ref: string): Promise<void> {
    setLinking(ref)
    await pilot.linkTicket(ref)
    setLinking(undefined)
  }

  return {
    ticket,
    provider: () => system()?.provider,
    nameOf,
    /** What is open; nothing otherwise. */
    shown,
    /** The number that is on its way to the server. */
    linking,
    openTicket: () => setShown('ticket'),
    openPicker(): void {
      setShown(undefined)
      // What was open gives the focus back first: the picker returns it there.
      setTimeout(() => setShown('picker'))
    },
    close: () => setShown(undefined),
    pick: ({ ref }: PickedTicket) => void link(ref),
    /** The ticket was read: what the session keeps of it follows where it says something else by now. */
    wasRead(read: PickedTicket & { url: string | null }): void {
      const kept = ticket()
      if (kept?.ref !== read.ref || linking()) return
      if (kept.summary !== read.summary || kept.company !== read.company || kept.url !== read.url) void link(read.ref)
    },
    async unlink(): Promise<void> {
      const before = ticket()?.ref
      setShown(undefined)
      if (before === undefined || !(await pilot.linkTicket(null))) return
      showToast(`${nameOf(before)} is unlinked.`, { action: { label: 'Undo', run: () => void link(before) } })
    },
  }
}
