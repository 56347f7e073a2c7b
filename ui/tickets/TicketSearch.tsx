import { Match, Show, Switch } from 'solid-js'
import { ApiProblem, messageOf } from '../api-problem.ts'
import { Button } from '../kit/Button.tsx'
import { Chip } from '../kit/Chip.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { SearchList } from '../kit/SearchList.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { systemNames, ticketName, ticketNumber } from './ticket-name.ts'
import { createTicketSearch } from './ticket-search.ts'
import type { Provider } from './ticket-system.ts'
import { asPicked, type PickedTicket, type TicketSummary } from './tickets.ts'

/** Finds tickets by number or words, with the open ones to begin with. */
export function TicketSearch(props: {
  provider?: Provider
  words: string
  onWords: (words: string) => void
  onPick: (ticket: PickedTicket) => void
}) {
  const search = createTicketSearch(() => props.words)
  const place = () => (props.provider ? systemNames[props.provider] : 'the ticket system')
  const count = () => search.found()?.length ?? 0
  return (
    <>
      <SearchList
        label="Search tickets"
        placeholder="Number or words…"
        words={props.words}
        onWords={props.onWords}
        found={search.found() ?? []}
        stale={search.asking()}
        onPick={(ticket) => props.onPick(asPicked(ticket))}
      >
        {(ticket) => <TicketRow ticket={ticket} provider={props.provider} />}
      </SearchList>
      <Switch>
        <Match when={search.failure()}>
          {(failure) => (
            <SearchFailed
              thrown={failure().thrown}
              words={props.words}
              trying={search.asking()}
              onAgain={search.again}
              onPick={props.onPick}
            />
          )}
        </Match>
        <Match when={!search.found()}>
          <Skeleton lines={4} label={`Asking ${place()}…`} />
        </Match>
        <Match when={count() === 0 && !search.asking()}>
          <EmptyState icon="search" title={props.words.trim() ? 'No ticket matches' : 'No ticket is open'}>
            {props.words.trim()
              ? `${capital(place())} has none with “${props.words.trim()}” in its number or summary. Try fewer words.`
              : `Search ${place()} by number or words to find a closed one.`}
          </EmptyState>
        </Match>
      </Switch>
      <p role="status" class="sr-only">
        <Show when={!search.asking() && count() > 0}>{count() === 1 ? '1 ticket' : `${count()} tickets`}</Show>
      </p>
    </>
  )
}

function TicketRow(props: { ticket: TicketSummary; provider?: Provider }) {
  const about = () => {
    const { company, status } = props.ticket
    return [company?.name, status.closed ? `${status.name} (closed)` : status.name].filter(Boolean).join(' · ')
  }
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-x-3 gap-y-0.5 text-13px sm:grid-cols-[92px_minmax(0,1fr)]">
      <span class="flex sm:row-span-2">
        <Chip tone="accent" mono>
          {ticketName(props.ticket.ref, props.provider)}
        </Chip>
      </span>
      <span class="font-medium text-heading">{props.ticket.summary}</span>
      <span class="text-sm text-secondary">{about()}</span>
    </div>
  )
}

/** The ticket system was not reached; a number can be linked all the same. */
function SearchFailed(props: {
  thrown: unknown
  words: string
  trying: boolean
  onAgain: () => void
  onPick: (ticket: PickedTicket) => void
}) {
  const number = () =>
    (props.thrown instanceof ApiProblem && props.thrown.code === 'psa_failed' && ticketNumber(props.words)) || undefined
  return (
    <FailureNote
      title="The tickets did not load"
      actions={
        <>
          <Button small icon="refresh" loading={props.trying} onClick={() => props.onAgain()}>
            Try again
          </Button>
          <Show when={number()}>
            {(ref) => (
              <Button small icon="link" onClick={() => props.onPick({ ref: ref(), summary: null, company: null })}>
                Link #{ref()} anyway
              </Button>
            )}
          </Show>
        </>
      }
    >
      {messageOf(props.thrown)}
      <Show when={number()}> A ticket can be linked by its number alone; what it says is read later.</Show>
    </FailureNote>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
