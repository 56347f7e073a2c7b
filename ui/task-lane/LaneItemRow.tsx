import { batch, createEffect, createSignal, type JSX, on, Show } from 'solid-js'
import { placeId, revealed } from '../pilot/navigate-to.ts'
import type { ItemStatus } from '../pilot/session-page.ts'
import type { LaneEdit } from './lane.ts'
import { SettledItem } from './SettledItem.tsx'

/** What every item of the lane needs from it. */
export type ItemProps = {
  id: string
  /** What is typed for this item and not recorded yet. */
  typed: string
  onType: (text: string) => void
  /** True when the edit was taken. */
  onEdit: (edit: LaneEdit) => Promise<boolean>
  mayWrite: boolean
  /** What becomes of the answer, under it. */
  keep: JSX.Element
}

/** What the form of an item may do: type, and `settle`, which records an edit or leaves everything as it was. */
export type ItemForm = { editing: boolean; onType: (text: string) => void; settle: (edit?: LaneEdit) => void }

type LaneItemRowProps = ItemProps & {
  ask: string
  status: ItemStatus
  edit_label: string
  /** What was answered or recorded, and how it is shown. */
  given: string | null
  reply: JSX.Element
  form: (form: ItemForm) => JSX.Element
}

/**
 * An item of the lane: what is asked with its form while it is open, edited or typed for, and with its reply otherwise.
 * What is typed stays until it is taken, whatever the server, another tab or the next reply makes of the item meanwhile.
 */
export function LaneItemRow(props: LaneItemRowProps) {
  const [editing, setEditing] = createSignal(false)
  const [sending, setSending] = createSignal(false)
  const present = () => `${props.status} ${props.given}`
  /** How the item was when the typing began. */
  const [typed_at, setTypedAt] = createSignal(present())
  const isTaken = () => props.status === 'done' && props.typed.trim() === props.given
  const isTyping = () => props.typed !== '' && !isTaken()
  const isSkipped = () => props.status === 'skipped'
  let act: HTMLButtonElement | undefined
  createEffect(
    on(revealed, (place) => place?.id === props.id && place.edit && props.mayWrite && setEditing(true), {
      defer: true,
    }),
  )
  const type = (text: string) => {
    if (props.typed === '') setTypedAt(present())
    props.onType(text)
  }
  async function settle(edit?: LaneEdit) {
    setEditing(false)
    const { typed } = props
    setSending(true)
    // The control that had the focus is gone with the form.
    queueMicrotask(() => act?.focus())
    const isLeft = edit === undefined || (await props.onEdit(edit))
    batch(() => {
      if (isLeft && !editing() && props.typed === typed) props.onType('')
      setSending(false)
    })
  }
  return (
    <li id={placeId({ kind: 'item', id: props.id })} tabindex="-1" class="py-9px text-13px outline-none">
      <Show
        when={props.status === 'open' || editing() || (isTyping() && !sending())}
        fallback={
          <SettledItem
            ask={props.ask}
            skipped={isSkipped()}
            act_label={isSkipped() ? 'Take up again' : props.edit_label}
            act_ref={(button) => {
              act = button
            }}
            onAct={
              props.mayWrite
                ? () => (isSkipped() ? void props.onEdit({ status: 'open' }) : setEditing(true))
                : undefined
            }
          >
            {props.reply}
            <Show when={props.status === 'done' && props.mayWrite}>{props.keep}</Show>
          </SettledItem>
        }
      >
        <div class="grid grid-cols-[minmax(0,1fr)] gap-2">
          <p class="leading-[1.45] [overflow-wrap:anywhere]">{props.ask}</p>
          <Show when={props.typed !== '' && !sending() && typed_at() !== present()}>
            <Meanwhile status={props.status}>{props.reply}</Meanwhile>
          </Show>
          {props.form({
            get editing() {
              return props.status !== 'open'
            },
            onType: type,
            settle,
          })}
        </div>
      </Show>
    </li>
  )
}

const meanwhile: Record<ItemStatus, string> = {
  open: 'It was opened again meanwhile.',
  done: 'It was answered meanwhile. What you save replaces this:',
  skipped: 'It was skipped meanwhile.',
  retired: 'It is no longer asked.',
}

/** What became of an item while somebody was typing for it. */
function Meanwhile(props: { status: ItemStatus; children: JSX.Element }) {
  return (
    <div role="status" class="grid gap-1 px-2.5 py-2 rounded-md border border-warning-border bg-warning-dim text-sm">
      <p class="text-warning">{meanwhile[props.status]}</p>
      <Show when={props.status === 'done'}>{props.children}</Show>
    </div>
  )
}
