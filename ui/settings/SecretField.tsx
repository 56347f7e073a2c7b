import { Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { inputLook, TextField } from '../kit/TextField.tsx'

/** A key that can be given and is never shown again: a kept one says that it is, with a way to replace it. */
export function SecretField(props: {
  label: string
  kept: boolean
  /** What is typed; undefined where the kept one stays. */
  value: string | undefined
  onInput: (value: string | undefined) => void
  hint?: string
  error?: string | null
}) {
  let row: HTMLDivElement | undefined
  /** The control that has the focus goes away: the one in its place has it then. */
  const becomes = (value: string | undefined) => {
    props.onInput(value)
    row?.querySelector<HTMLElement>('input, button')?.focus()
  }
  return (
    <div ref={row} class="grid gap-1.5 content-start min-w-0">
      <Show
        when={props.kept && props.value === undefined}
        fallback={
          <>
            <TextField
              type="password"
              label={props.label}
              required
              autocomplete="new-password"
              maxLength={500}
              mono
              value={props.value ?? ''}
              onInput={props.onInput}
              hint={props.hint}
              error={props.error}
            />
            <Show when={props.kept}>
              <Button small variant="ghost" class="justify-self-start -ml-2.5" onClick={() => becomes(undefined)}>
                Keep the present one
              </Button>
            </Show>
          </>
        }
      >
        <Field label={props.label} error={props.error}>
          {(control) => (
            <div class={`${inputLook} !py-2px !pr-1 flex items-center gap-2 text-13px text-secondary`}>
              <span class="flex-1 min-w-0">Kept, and never shown</span>
              <Button
                {...control}
                small
                variant="ghost"
                aria-label={`Replace the ${props.label.toLowerCase()}`}
                onClick={() => becomes('')}
              >
                Replace
              </Button>
            </div>
          )}
        </Field>
      </Show>
    </div>
  )
}
