import { createSignal, For, onMount, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { ChoiceChip } from '../kit/ChoiceChip.tsx'
import { Field } from '../kit/Field.tsx'
import { GrowingText } from '../kit/GrowingText.tsx'
import { isSend } from '../kit/keys.ts'
import { inputLook } from '../kit/TextField.tsx'
import type { Outcome } from './fix-calls.ts'
import { awaited, outcomes } from './outcomes.ts'

const asks: Record<Exclude<Outcome, 'worked'>, { label: string; placeholder: string }> = {
  partial: { label: 'What does not work yet?', placeholder: 'Two laptops still drop…' },
  failed: { label: 'What did you see?', placeholder: 'It still drops after a restart…' },
  awaiting: { label: 'What are you waiting for?', placeholder: 'tonight’s reboot of the server' },
}
/** Most characters that the server takes. */
const NOTE_LIMIT = 2_000

/** A word to an outcome; what is awaited has to be said. Enter saves, Esc goes back. */
export function OutcomeNote(props: {
  outcome: Exclude<Outcome, 'worked'>
  onSave: (note: string) => void
  onBack: () => void
}) {
  const [note, setNote] = createSignal('')
  let field: HTMLTextAreaElement | undefined
  onMount(() => field?.focus())
  const isNeeded = () => props.outcome === 'awaiting'
  const maySave = () => !isNeeded() || note().trim() !== ''
  const keys = (event: KeyboardEvent) => {
    const isEnter = event.key === 'Enter' && !event.shiftKey && !event.isComposing
    if (isEnter || isSend(event)) {
      if (maySave()) props.onSave(note().trim())
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      props.onBack()
    } else return
    event.preventDefault()
  }
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-2">
      <Field label={asks[props.outcome].label} required={isNeeded()} aside={isNeeded() ? undefined : 'as you like'}>
        {(control) => (
          <GrowingText
            {...control}
            ref={(element: HTMLTextAreaElement) => {
              field = element
            }}
            required={isNeeded()}
            maxLength={NOTE_LIMIT}
            placeholder={asks[props.outcome].placeholder}
            value={note()}
            onInput={setNote}
            onKeyDown={keys}
            class={`${inputLook} text-13px leading-[1.45]`}
          />
        )}
      </Field>
      <Show when={isNeeded()}>
        <div class="flex flex-wrap gap-1.5">
          <For each={awaited}>
            {({ label, words }) => (
              <ChoiceChip pressed={note() === words} onClick={() => setNote(words)}>
                {label}
              </ChoiceChip>
            )}
          </For>
        </div>
      </Show>
      <div class="flex flex-wrap gap-2">
        <Button
          small
          icon={outcomes[props.outcome].icon}
          disabled={!maySave()}
          onClick={() => props.onSave(note().trim())}
        >
          {outcomes[props.outcome].label}
        </Button>
        <Button small variant="ghost" onClick={() => props.onBack()}>
          Back
        </Button>
      </div>
    </div>
  )
}
