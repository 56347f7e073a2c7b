import { createEffect, Index, type JSX, Match, on, Show, Switch } from 'solid-js'
import { Icon } from '../kit/Icon.tsx'
import type { Line } from './posting-lines.ts'
import { type PostingView, spokenOf } from './posting-view.ts'
import { TicketChanges } from './TicketChanges.tsx'

/**
 * Where a posting stands: its steps as they happen, or what stopped it, with the ways on. It
 * takes the focus that a button of its own or of the dialog around it left nowhere.
 */
export function PostingCard(props: { view: PostingView; ways: JSX.Element }) {
  let card: HTMLElement | undefined
  const isStopped = () => props.view.phase === 'stopped'
  const come = (before: boolean | undefined) => {
    if (!card?.isConnected) return
    const isLeft = card.closest('[role=dialog]') || before !== undefined
    if (isLeft && holdsFocus(card)) card.focus({ preventScroll: true })
    if (isLeft) card.scrollIntoView({ block: 'nearest' })
  }
  createEffect(on(isStopped, (_, before) => queueMicrotask(() => come(before))))
  return (
    <section
      ref={card}
      tabindex="-1"
      aria-label={props.view.title}
      class="grid grid-cols-[minmax(0,1fr)] gap-2.5 p-3.5 rounded-lg border bg-card outline-none scroll-my-4"
      classList={{ 'border-line': !isStopped(), 'border-danger-border': isStopped() }}
    >
      <h2
        class="flex items-center gap-2 text-13px tracking-normal [overflow-wrap:anywhere]"
        classList={{ 'text-danger': isStopped() }}
      >
        <Icon name={isStopped() ? 'close' : 'link'} size={15} />
        {props.view.title}
      </h2>
      <Switch>
        <Match when={props.view.phase === 'under_way' && props.view}>
          {(view) => (
            <ul class="grid gap-2 empty:hidden">
              <Index each={view().lines}>{(line) => <StepLine line={line()} />}</Index>
            </ul>
          )}
        </Match>
        <Match when={props.view.phase === 'stopped' && props.view}>
          {(view) => (
            <>
              <div class="grid gap-1.5 text-13px leading-normal [overflow-wrap:anywhere]">
                <Index each={view().says}>{(words) => <p>{words()}</p>}</Index>
              </div>
              <Show when={view().changes.length > 0}>
                <TicketChanges changes={view().changes} />
              </Show>
            </>
          )}
        </Match>
      </Switch>
      {props.ways}
    </section>
  )
}

/** Reads out where a posting stands; there before there is anything to say. */
export function SpokenPosting(props: { view: PostingView | undefined }) {
  return (
    <p role="status" class="sr-only">
      {spokenOf(props.view)}
    </p>
  )
}

/** Whether the focus is in the card, or on nothing smaller than what the card stands in. */
const holdsFocus = (card: HTMLElement) =>
  card.contains(document.activeElement) || document.activeElement?.contains(card) === true

function StepLine(props: { line: Line }) {
  return (
    <li class="flex items-center gap-2 text-13px text-secondary">
      <Switch>
        <Match when={props.line.state === 'done'}>
          <Icon name="check" size={15} class="text-success" />
        </Match>
        <Match when={props.line.state === 'failed'}>
          <Icon name="alert" size={15} class="text-warning" />
        </Match>
        <Match when={props.line.state === 'now'}>
          <span class="flex-none w-2.5 h-2.5 m-2.5px rounded-full bg-accent animate-pulse" aria-hidden="true" />
        </Match>
      </Switch>
      <span class="min-w-0">{props.line.text}</span>
    </li>
  )
}
