import { createSignal, For, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { Chip, type ChipTone } from '../kit/Chip.tsx'
import { RelativeTime } from '../kit/RelativeTime.tsx'
import { FoldedText } from '../pilot/FoldedText.tsx'
import type { Ticket, TicketNote } from './tickets.ts'

const FIRST_NOTES = 3

/** What a ticket says, marked as its own words and not FlowPilot's. */
export function TicketWords(props: { ticket: Ticket; place: string }) {
  const status = () => props.ticket.status
  return (
    <>
      <div class="grid gap-1">
        <h3 class="text-15px">{props.ticket.summary}</h3>
        <p class="text-sm text-faint">The ticket’s own words, as they stand in {props.place}.</p>
      </div>
      <dl class="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5">
        <Pair name="Company" value={props.ticket.company?.name} />
        <Pair name="Contact" value={props.ticket.contact} />
        <Pair name="Status" value={status().closed ? `${status().name} (closed)` : status().name} />
        <Pair name="Board" value={props.ticket.board.name} />
      </dl>
      <section aria-label="Description" class="grid gap-1">
        <SmallTitle>Description</SmallTitle>
        <Show when={props.ticket.description} fallback={<p class="text-faint">It has none.</p>}>
          {(text) => <FoldedText text={text()} />}
        </Show>
      </section>
      <section aria-label="Notes" class="grid gap-2">
        <SmallTitle>Notes</SmallTitle>
        <Notes notes={furtherNotes(props.ticket)} />
      </section>
    </>
  )
}

/** ConnectWise lists the description among the notes as well. */
const furtherNotes = ({ notes, description }: Ticket) =>
  notes.filter(({ text }) => text.trim() !== (description ?? '').trim())

/** The newest first. */
function Notes(props: { notes: TicketNote[] }) {
  const [all, setAll] = createSignal(false)
  const newest = () => [...props.notes].reverse()
  return (
    <Show when={props.notes.length > 0} fallback={<p class="text-faint">No notes yet.</p>}>
      <ul class="grid gap-2">
        <For each={all() ? newest() : newest().slice(0, FIRST_NOTES)}>{(note) => <Note note={note} />}</For>
      </ul>
      <Show when={props.notes.length > FIRST_NOTES}>
        <Button
          small
          variant="ghost"
          class="justify-self-start -ml-2.5"
          aria-expanded={all()}
          onClick={() => setAll(!all())}
        >
          {all() ? 'Show the newest only' : `Show all ${props.notes.length} notes`}
        </Button>
      </Show>
    </Show>
  )
}

const kinds: Record<TicketNote['kind'], { label: string; tone: ChipTone }> = {
  discussion: { label: 'The customer reads it', tone: 'warning' },
  internal: { label: 'Internal', tone: 'neutral' },
  resolution: { label: 'Resolution', tone: 'success' },
}

function Note(props: { note: TicketNote }) {
  const kind = () => kinds[props.note.kind]
  return (
    <li class="grid gap-1.5 p-2.5 rounded-md border border-line bg-inset">
      <div class="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-secondary">
        <Chip tone={kind().tone}>{kind().label}</Chip>
        <span>{props.note.author ?? 'Author not named'}</span>
        <RelativeTime time={props.note.created_at} ago class="text-faint" />
      </div>
      <FoldedText text={props.note.text} lines={6} />
    </li>
  )
}

function Pair(props: { name: string; value: string | null | undefined }) {
  return (
    <>
      <dt class="text-secondary">{props.name}</dt>
      <dd class="min-w-0 break-words">{props.value ?? <span class="text-faint">not given</span>}</dd>
    </>
  )
}

const SmallTitle = (props: { children: string }) => (
  <h4 class="m-0 font-body font-semibold text-xs leading-[1.4] tracking-[.06em] uppercase text-secondary">
    {props.children}
  </h4>
)
