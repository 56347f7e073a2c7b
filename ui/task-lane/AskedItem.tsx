import { createSignal, type JSX, Show } from 'solid-js'
import type { ItemStatus } from '../pilot/session-page.ts'
import type { LaneEdit } from './lane.ts'
import { SettledItem } from './SettledItem.tsx'

/** What every item of the lane needs from it. */
export type ItemProps = {
  /** What is typed for this item and not recorded yet. */
  typed: string
  onType: (text: string) => void
  onEdit: (edit: LaneEdit) => void
  mayWrite: boolean
}

/** What the form of an item may do: `settle` records an edit, or leaves everything as it was. */
export type ItemForm = { editing: boolean; settle: (edit?: LaneEdit) => void }

type AskedItemProps = ItemProps & {
  ask: string
  status: ItemStatus
  edit_label: string
  /** What was answered or recorded. */
  reply: JSX.Element
  form: (form: ItemForm) => JSX.Element
}

/** An item of the lane: what is asked with its form while it is open or edited, and with its reply otherwise. */
export function AskedItem(props: AskedItemProps) {
  const [editing, setEditing] = createSignal(false)
  const isSkipped = () => props.status === 'skipped'
  let act: HTMLButtonElement | undefined
  const settle = (edit?: LaneEdit) => {
    if (edit) props.onEdit(edit)
    props.onType('')
    setEditing(false)
    // The control that had the focus is gone with the form.
    queueMicrotask(() => act?.focus())
  }
  return (
    <li class="py-9px text-13px">
      <Show
        when={props.status === 'open' || editing()}
        fallback={
          <SettledItem
            ask={props.ask}
            skipped={isSkipped()}
            act_label={isSkipped() ? 'Take up again' : props.edit_label}
            act_ref={(button) => {
              act = button
            }}
            onAct={
              props.mayWrite ? () => (isSkipped() ? props.onEdit({ status: 'open' }) : setEditing(true)) : undefined
            }
          >
            {props.reply}
          </SettledItem>
        }
      >
        <div class="grid grid-cols-[minmax(0,1fr)] gap-2">
          <p class="leading-[1.45] [overflow-wrap:anywhere]">{props.ask}</p>
          {props.form({ editing: editing(), settle })}
        </div>
      </Show>
    </li>
  )
}
