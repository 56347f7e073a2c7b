import { type Accessor, createMemo, For, type JSX, Show } from 'solid-js'

type ForIdProps<Item> = { each: Item[]; children: (item: Accessor<Item>) => JSX.Element }

/** Rows that live as long as an item of their id does, whatever object stands for it: what is typed in one stays there. */
export function ForId<Item extends { id: string }>(props: ForIdProps<Item>) {
  return (
    <For each={props.each.map(({ id }) => id)}>
      {(id) => {
        const item = createMemo(() => props.each.find((each) => each.id === id))
        return <Show when={item()}>{(present) => props.children(present)}</Show>
      }}
    </For>
  )
}
