import { createUniqueId, type JSX, Show } from 'solid-js'

/** What a labelled control needs to be understood: spread `control` on the input itself. */
export type FieldControl = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined }

export type FieldProps = {
  label: string
  /** Small words at the right of the label, such as where a value came from. */
  aside?: JSX.Element
  required?: boolean
  hint?: JSX.Element
  error?: string | null
}

/** The label, hint and error around one control. */
export function Field(props: FieldProps & { children: (control: FieldControl) => JSX.Element }) {
  const id = createUniqueId()
  const control: FieldControl = {
    id,
    get 'aria-invalid'() {
      return props.error ? true : undefined
    },
    get 'aria-describedby'() {
      return props.error || props.hint ? `${id}-about` : undefined
    },
  }
  return (
    <div class="grid gap-5px min-w-0">
      <div class="flex items-center gap-1.5 text-sm leading-tight font-medium">
        <label for={id}>{props.label}</label>
        <Show when={props.required}>
          <span class="text-secondary font-normal">required</span>
        </Show>
        <Show when={props.aside}>
          <span class="ml-auto inline-flex items-center gap-1 text-xs leading-none text-faint">{props.aside}</span>
        </Show>
      </div>
      {props.children(control)}
      <div
        id={`${id}-about`}
        class="text-11.5px empty:hidden"
        classList={{ 'text-danger': !!props.error, 'text-faint': !props.error }}
      >
        {props.error || props.hint}
      </div>
    </div>
  )
}
