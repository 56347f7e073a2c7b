import { Show } from 'solid-js'
import { IconButton } from '../kit/IconButton.tsx'
import type { Fact } from '../pilot/session-page.ts'
import type { Facts } from './facts.ts'

/** Pencil and bin of a fact; a proposed one is dismissed instead. The words of a question's or a check's fact are changed at their answer. */
export function FactTools(props: { fact: Fact; facts: Facts; onRemove: () => void }) {
  const name = () => `F${props.fact.ordinal}`
  const edit = () => {
    if (props.fact.editable) props.facts.drafts.begin(props.fact)
    else props.facts.revealSource(props.fact, true)
  }
  return (
    <span
      class="flex -mr-1.25"
      classList={{
        // Where nothing hovers they are always there.
        'opacity-0 group-hover:opacity-100 group-focus-within:opacity-100 [@media(hover:none)]:opacity-100':
          !props.fact.editable,
      }}
    >
      <IconButton
        icon="pencil"
        size={14}
        label={props.fact.editable ? `Edit ${name()}` : `Edit the answer of ${name()}`}
        onClick={edit}
      />
      <Show when={props.fact.status === 'confirmed'}>
        <IconButton icon="trash" size={14} label={`Remove ${name()}`} onClick={() => props.onRemove()} />
      </Show>
    </span>
  )
}
