import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { For, type JSX, Show } from 'solid-js'
import { Icon, type IconName } from './Icon.tsx'

const itemLook =
  'flex items-center gap-2.5 min-h-8 px-2.5 rounded-sm text-13px text-primary outline-none data-[highlighted]:bg-elevated data-[disabled]:opacity-50'

type MenuProps = {
  /** What the button shows, and how it looks. */
  trigger: JSX.Element
  trigger_label?: string
  trigger_class: string
  placement?: 'bottom-start' | 'bottom-end' | 'top-start'
  children: JSX.Element
}

/** A button that opens a list of acts: arrow keys move, Esc closes and gives focus back. */
export function Menu(props: MenuProps) {
  return (
    <DropdownMenu placement={props.placement ?? 'bottom-end'} gutter={6} modal={false}>
      <DropdownMenu.Trigger class={props.trigger_class} aria-label={props.trigger_label}>
        {props.trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="z-50 min-w-44 p-1 rounded-md border border-line-strong bg-card shadow-pop">
          {props.children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}

export function MenuItem(props: { icon?: IconName; disabled?: boolean; onSelect: () => void; children: JSX.Element }) {
  return (
    <DropdownMenu.Item class={itemLook} disabled={props.disabled} onSelect={() => props.onSelect()}>
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </DropdownMenu.Item>
  )
}

/** One choice out of a few, under a small title. */
export function MenuChoice<T extends string>(props: {
  title: string
  value: T
  onChange: (value: T) => void
  choices: { value: T; label: string; icon?: IconName }[]
}) {
  return (
    <DropdownMenu.RadioGroup value={props.value} onChange={(value) => props.onChange(value as T)}>
      <DropdownMenu.GroupLabel class="px-2.5 pt-2 pb-1 text-xs text-faint">{props.title}</DropdownMenu.GroupLabel>
      <For each={props.choices}>
        {(choice) => (
          <DropdownMenu.RadioItem value={choice.value} class={itemLook} closeOnSelect={false}>
            <Show when={choice.icon}>{(name) => <Icon name={name()} />}</Show>
            {choice.label}
            <DropdownMenu.ItemIndicator class="ml-auto">
              <Icon name="check" size={14} />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        )}
      </For>
    </DropdownMenu.RadioGroup>
  )
}

export function MenuSeparator() {
  return <DropdownMenu.Separator class="my-1 h-0 border-t border-line" />
}
