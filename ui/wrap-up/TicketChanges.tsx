import { For, Match, Show, Switch } from 'solid-js'
import type { TicketChange } from '../api-problem.ts'

/** What is another one on the ticket than when the note was drafted: as it was, and as it is. */
export function TicketChanges(props: { changes: TicketChange[] }) {
  return (
    <dl class="grid grid-cols-[minmax(0,1fr)] gap-2">
      <For each={props.changes}>
        {(change) => (
          <div class="grid grid-cols-[minmax(0,1fr)] gap-1 px-2.5 py-2 rounded-md border border-line bg-inset">
            <dt class="text-sm text-secondary">{titles[change.field]}</dt>
            <dd class="grid grid-cols-[minmax(0,1fr)] gap-1 [&>*]:([overflow-wrap:anywhere] whitespace-pre-wrap)">
              <Switch fallback={<Replaced change={change} />}>
                <Match when={change.field === 'note'}>
                  <NewerNote change={change} />
                </Match>
              </Switch>
            </dd>
          </div>
        )}
      </For>
    </dl>
  )
}

const titles: Record<TicketChange['field'], string> = { company: 'Company', status: 'Status', note: 'A newer note' }

function Replaced(props: { change: TicketChange }) {
  return (
    <>
      <Show when={props.change.before}>
        {(before) => (
          <del class="text-secondary line-through">
            <span class="sr-only">Before: </span>
            {before()}
          </del>
        )}
      </Show>
      <ins class="no-underline font-medium text-heading">
        <span class="sr-only">Now: </span>
        {props.change.after ?? 'none'}
      </ins>
    </>
  )
}

/** The one before it is still there: nothing of it is struck through. */
function NewerNote(props: { change: TicketChange }) {
  return (
    <>
      <ins class="no-underline font-medium text-heading">{props.change.after ?? 'none'}</ins>
      <Show when={props.change.before}>
        {(before) => <p class="text-sm text-secondary line-clamp-3">The newest before it: {before()}</p>}
      </Show>
    </>
  )
}
