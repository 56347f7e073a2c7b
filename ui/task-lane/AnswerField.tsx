import { createUniqueId, type JSX, onMount, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { GrowingText } from '../kit/GrowingText.tsx'
import { isSend } from '../kit/keys.ts'
import { inputLook } from '../kit/TextField.tsx'

/** Most characters that one answer or result may have. */
export const ANSWER_LIMIT = 100_000

type AnswerFieldProps = {
  label: string
  placeholder: string
  save_label: string
  value: string
  onType: (text: string) => void
  onSave: (text: string) => void
  /** Leaves the field without saving; Esc does the same. */
  onCancel?: () => void
  mono?: boolean
  focus?: boolean
  /** More acts beside saving. */
  children?: JSX.Element
}

/** A field for an answer in the engineer's words: Enter is a new line, ⌘↵ or Ctrl+↵ saves. */
export function AnswerField(props: AnswerFieldProps) {
  let field: HTMLTextAreaElement | undefined
  const about = createUniqueId()
  const over = () => props.value.length - ANSWER_LIMIT
  const counted = (count: number) => count.toLocaleString('en')
  const maySave = () => props.value.trim() !== '' && over() <= 0
  const save = () => maySave() && props.onSave(props.value.trim())
  onMount(() => props.focus && field?.focus())
  const keys = (event: KeyboardEvent) => {
    if (isSend(event)) save()
    else if (event.key === 'Escape' && props.onCancel) props.onCancel()
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
        placeholder={props.placeholder}
        value={props.value}
        onInput={props.onType}
        onKeyDown={keys}
        rows={props.mono ? 3 : 1}
        max_height={200}
        class={`${inputLook} ${props.mono ? 'font-mono text-12px leading-normal' : 'text-13px leading-[1.45]'}`}
      />
      <span id={about} class="text-xs text-danger empty:hidden">
        {over() > 0
          ? `${counted(props.value.length)} characters are ${counted(over())} too many. Nothing is cut: keep the part that matters.`
          : ''}
      </span>
      <div class="flex flex-wrap items-center gap-2">
        <Button small icon="check" disabled={!maySave()} onClick={save}>
          {props.save_label}
        </Button>
        {props.children}
        <Show when={props.onCancel}>
          <Button small variant="ghost" onClick={() => props.onCancel?.()}>
            Cancel
          </Button>
        </Show>
      </div>
    </div>
  )
}
