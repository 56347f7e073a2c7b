import { createEffect, createSignal, createUniqueId, For, type JSX, on, onMount } from 'solid-js'
import { inputLook } from './TextField.tsx'

type SearchListProps<T> = {
  label: string
  placeholder?: string
  words: string
  onWords: (words: string) => void
  found: T[]
  /** What is found was found for other words: Enter picks nothing yet. */
  stale: boolean
  onPick: (found: T) => void
  /** Shows one thing that was found. */
  children: (found: T) => JSX.Element
}

/**
 * A field to search with and below it the list of what is found: the arrow keys move through it while the focus stays in
 * the field, Enter picks. It takes the focus when it comes.
 */
export function SearchList<T>(props: SearchListProps<T>) {
  const id = createUniqueId()
  const optionId = (index: number) => `${id}-${index}`
  let field: HTMLInputElement | undefined
  onMount(() => field?.focus())
  const [active, setActive] = createSignal(-1)
  // Whoever has typed means the first; Enter in the empty field picks nothing.
  createEffect(
    on(
      () => props.found,
      () => setActive(props.words.trim() && props.found.length > 0 ? 0 : -1),
    ),
  )
  const move = (step: 1 | -1) => {
    const count = props.found.length
    if (count === 0) return
    setActive(active() < 0 ? (step > 0 ? 0 : count - 1) : (active() + step + count) % count)
    document.getElementById(optionId(active()))?.scrollIntoView({ block: 'nearest' })
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && !event.isComposing) pickActive()
    else return
    event.preventDefault()
  }
  const pickActive = () => {
    const picked = props.found[active()]
    if (picked !== undefined && !props.stale) props.onPick(picked)
  }
  return (
    <>
      <input
        ref={field}
        type="text"
        autofocus
        role="combobox"
        aria-label={props.label}
        aria-autocomplete="list"
        aria-expanded={props.found.length > 0}
        aria-controls={id}
        aria-activedescendant={active() >= 0 ? optionId(active()) : undefined}
        autocomplete="off"
        enterkeyhint="search"
        maxLength={200}
        placeholder={props.placeholder}
        value={props.words}
        onInput={(event) => props.onWords(event.currentTarget.value)}
        onKeyDown={keys}
        class={`${inputLook} text-13px`}
      />
      <div
        id={id}
        role="listbox"
        aria-label={props.label}
        aria-busy={props.stale}
        hidden={props.found.length === 0}
        class="grid gap-2px max-h-[min(50vh,380px)] -mx-2 overflow-y-auto [scrollbar-width:thin]"
      >
        <For each={props.found}>
          {(found, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
            <div
              id={optionId(index())}
              role="option"
              tabIndex={-1}
              aria-selected={active() === index()}
              // The focus stays in the field.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setActive(index())}
              onClick={() => props.onPick(found)}
              class="px-2 py-1.5 rounded-md cursor-pointer aria-selected:bg-elevated"
            >
              {props.children(found)}
            </div>
          )}
        </For>
      </div>
    </>
  )
}
