import { createUniqueId, type JSX, onMount, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { GrowingText } from '../kit/GrowingText.tsx'
import { inputLook } from '../kit/TextField.tsx'

/** Most characters that a fact may have. */
const FACT_LIMIT = 400
/** From so many characters before that on, they are counted down. */
const NEAR_LIMIT = 60

type FactWordsProps = {
  label: string
  placeholder?: string
  value: string
  onType: (text: string) => void
  save_label: string
  onSave: () => void
  cancel_label: string
  onCancel: () => void
  /** Takes the focus as soon as it is there. */
  focus?: boolean
  /** Why the words were not taken. */
  problem?: string
  /** Beside the acts. */
  children?: JSX.Element
}

/** A field for the words of a fact: Enter saves, with ⌘ or Ctrl too; Shift+Enter is a new line, Esc leaves. */
export function FactWords(props: FactWordsProps) {
  let field: HTMLTextAreaElement | undefined
  const about = createUniqueId()
  const left = () => FACT_LIMIT - props.value.trim().length
  const maySave = () => props.value.trim() !== '' && left() >= 0
  const counted = () => {
    if (left() < 0) return `${-left()} characters too many`
    return left() <= NEAR_LIMIT ? `${left()} characters left` : ''
  }
  onMount(() => props.focus && field?.focus())
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      if (maySave()) props.onSave()
    } else if (event.key === 'Escape') props.onCancel()
    else return
    event.preventDefault()
  }
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-2">
      <GrowingText
        ref={(element: HTMLTextAreaElement) => {
          field = element
        }}
        aria-label={props.label}
        aria-describedby={about}
        aria-invalid={left() < 0 || undefined}
        placeholder={props.placeholder}
        value={props.value}
        onInput={props.onType}
        onKeyDown={keys}
        class={`${inputLook} text-13px leading-[1.45]`}
      />
      <Show when={props.problem}>
        <p role="alert" class="text-sm text-danger">
          {props.problem}
        </p>
      </Show>
      <div class="flex flex-wrap items-center gap-2">
        <Button small icon="check" disabled={!maySave()} onClick={() => props.onSave()}>
          {props.save_label}
        </Button>
        <Button small variant="ghost" onClick={() => props.onCancel()}>
          {props.cancel_label}
        </Button>
        {props.children}
        <span id={about} class="ml-auto text-xs" classList={{ 'text-danger': left() < 0, 'text-faint': left() >= 0 }}>
          {counted()}
        </span>
      </div>
    </div>
  )
}
