import { For, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { LaneEmpty, LaneSection } from '../task-lane/LaneSection.tsx'
import { AddNoteButton, NoteField } from './AddNoteButton.tsx'
import { FactTick } from './FactTick.tsx'
import { FOLDS_AT } from './fact-list.ts'
import type { Facts } from './facts.ts'
import { WhatWeKnowItem } from './WhatWeKnowItem.tsx'

/** The facts of a session, each with where it came from; proposed ones wait for an engineer. */
export function WhatWeKnow(props: { facts: Facts; mayWrite: boolean }) {
  const { facts } = props
  let add: HTMLButtonElement | undefined
  const confirmed = () => facts.all().filter(({ status }) => status === 'confirmed').length
  const isEmpty = () => facts.shown_ids().length + facts.coming().length === 0 && !facts.promotions.writing()

  function remove(fact_id: string, row: HTMLElement) {
    const fact = facts.of(fact_id)
    if (!fact) return
    const neighbour = row.nextElementSibling ?? row.previousElementSibling
    void facts.remove(fact)
    const next = neighbour?.querySelector('button') ?? add
    next?.focus()
  }

  return (
    <LaneSection
      tone="known"
      icon="check-circle"
      title="What we know"
      count={confirmed() > 0 ? String(confirmed()) : undefined}
      aside={
        <>
          <span role="status" class="min-w-0 truncate text-12px text-faint">
            {facts.promotions.writing() ? 'Writing a fact…' : ''}
            <Show when={facts.promotions.asking() && !facts.promotions.writing()}>
              <span class="sr-only">The words of a fact wait at its answer.</span>
            </Show>
          </span>
          <Show when={props.mayWrite}>
            <AddNoteButton
              facts={facts}
              ref={(button) => {
                add = button
              }}
            />
          </Show>
        </>
      }
    >
      <Show when={props.mayWrite}>
        <NoteField facts={facts} onClose={() => add?.focus()} />
      </Show>
      <Show
        when={!isEmpty()}
        fallback={<LaneEmpty>Nothing confirmed yet. Answer a question, record a check, or add a note.</LaneEmpty>}
      >
        <ul class="grid grid-cols-[minmax(0,1fr)] px-3.5 pb-3">
          <For each={facts.shown_ids()}>
            {(id) => (
              <Show when={facts.of(id)}>
                {(fact) => (
                  <WhatWeKnowItem
                    fact={fact()}
                    facts={facts}
                    mayWrite={props.mayWrite}
                    onRemove={(row) => remove(id, row)}
                  />
                )}
              </Show>
            )}
          </For>
          <For each={facts.coming()}>
            {({ text }) => (
              <li
                aria-busy="true"
                class="grid grid-cols-[18px_minmax(0,1fr)] gap-2 py-1 text-13px leading-[1.45] opacity-60"
              >
                <FactTick confirmed />
                <span class="py-0.5 [overflow-wrap:anywhere]">{text}</span>
              </li>
            )}
          </For>
          <Show when={facts.promotions.writing()}>
            <li class="grid grid-cols-[18px_minmax(0,1fr)] gap-2 py-1" aria-hidden="true">
              <FactTick />
              <span class="h-3 mt-1.5 mr-4 rounded-4px animate-pulse bg-[linear-gradient(90deg,var(--bg-elevated),rgba(148,163,184,.18),var(--bg-elevated))]" />
            </li>
          </Show>
        </ul>
      </Show>
      <Show when={facts.count() >= FOLDS_AT}>
        <Button
          small
          variant="ghost"
          class="ml-1 mb-2 -mt-1.5"
          aria-expanded={facts.fold.unfolded()}
          onClick={facts.fold.toggle}
        >
          {facts.fold.unfolded() ? 'Show fewer' : `Show all ${facts.count()}`}
        </Button>
      </Show>
      <p
        role="status"
        class="text-sm text-secondary"
        classList={{ 'px-3.5 pb-3 -mt-1': facts.promotions.news() !== '' }}
      >
        {facts.promotions.news()}
      </p>
    </LaneSection>
  )
}
