import { createEffect, Match, on, Show, Switch } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import type { Fact } from '../pilot/session-page.ts'
import { FactConflict } from './FactConflict.tsx'
import { FactOrigin } from './FactOrigin.tsx'
import { FactTick } from './FactTick.tsx'
import { FactTools } from './FactTools.tsx'
import { FactWords } from './FactWords.tsx'
import type { Facts } from './facts.ts'

export type FactProps = {
  fact: Fact
  facts: Facts
  mayWrite: boolean
  /** Takes the fact out; its row is about to go. */
  onRemove: (row: HTMLElement) => void
}

/** One fact: as it is, while it is being changed, or where somebody else has changed it too. */
export function WhatWeKnowItem(props: FactProps) {
  const { facts } = props
  let row: HTMLLIElement | undefined
  const draft = () => facts.drafts.of(props.fact.id)
  const theirs = () => {
    const known = draft()?.theirs
    return known === undefined && draft() && facts.isGone(props.fact.id) ? null : known
  }
  const isLit = () => facts.isLit(props.fact)
  const leave = () => {
    facts.drafts.leave(props.fact.id)
    focusRow()
  }
  createEffect(on(isLit, (lit) => lit && row?.scrollIntoView({ block: 'nearest' }), { defer: true }))
  // The control that had the focus is gone with the form.
  const focusRow = () => queueMicrotask(() => row?.querySelector('button')?.focus())
  return (
    <li
      ref={row}
      aria-current={isLit() || undefined}
      classList={{ 'rounded-sm outline outline-2 outline-success bg-success-dim': isLit() }}
      class="group -mx-1.5 px-1.5 py-1 text-13px leading-[1.45] [content-visibility:auto] [contain-intrinsic-size:auto_50px]"
    >
      <Switch fallback={<FactLine {...props} onRemove={() => row && props.onRemove(row)} />}>
        <Match when={theirs() !== undefined && !draft()?.saving}>
          <FactConflict
            ordinal={props.fact.ordinal}
            yours={draft()?.text ?? ''}
            theirs={theirs()?.text ?? null}
            onKeepMine={() => {
              void facts.drafts.keepMine(props.fact)
              focusRow()
            }}
            onTakeTheirs={leave}
          />
        </Match>
        <Match when={draft() && !draft()?.saving}>
          <FactWords
            label={`Words of F${props.fact.ordinal}`}
            value={draft()?.text ?? ''}
            onType={(text) => facts.drafts.type(props.fact.id, text)}
            save_label="Save"
            onSave={() => {
              void facts.drafts.save(props.fact)
              focusRow()
            }}
            cancel_label="Cancel"
            onCancel={leave}
            problem={draft()?.problem}
            focus
          />
        </Match>
      </Switch>
    </li>
  )
}

function FactLine(props: FactProps & { onRemove: () => void }) {
  const isConfirmed = () => props.fact.status === 'confirmed'
  return (
    <div class="grid grid-cols-[18px_minmax(0,1fr)_auto] items-start gap-2">
      <FactTick confirmed={isConfirmed()} proposed={!isConfirmed()} />
      <div class="grid gap-1.5 py-0.5">
        <p class="[overflow-wrap:anywhere]">{props.fact.text}</p>
        <Show when={!isConfirmed() && props.mayWrite}>
          <div class="flex flex-wrap gap-1.5">
            <Button small icon="check" onClick={() => void props.facts.confirm(props.fact)}>
              Confirm
            </Button>
            <Button small variant="ghost" onClick={() => props.onRemove()}>
              Dismiss
            </Button>
          </div>
        </Show>
      </div>
      <div class="grid justify-items-end -my-0.5">
        <FactOrigin fact={props.fact} facts={props.facts} />
        <Show when={props.mayWrite}>
          <FactTools fact={props.fact} facts={props.facts} onRemove={() => props.onRemove()} />
        </Show>
      </div>
    </div>
  )
}
