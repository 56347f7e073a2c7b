import { type JSX, splitProps } from 'solid-js'
import { Field, type FieldProps } from './Field.tsx'

/** The look of a box to type in, 34 px high, on any control that has none of its own. */
export const inputLook =
  'w-full min-h-34px px-2.5 py-7px rounded-md border border-line-hover bg-inset text-primary aria-[invalid=true]:border-danger'

type TextFieldProps = FieldProps &
  Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput' | 'onChange'> & {
    value: string
    onInput: (value: string) => void
    mono?: boolean
  }

export function TextField(props: TextFieldProps) {
  const [field, own, rest] = splitProps(
    props,
    ['label', 'aside', 'required', 'hint', 'error'],
    ['value', 'onInput', 'mono', 'class'],
  )
  return (
    <Field {...field}>
      {(control) => (
        <input
          type="text"
          {...rest}
          {...control}
          required={field.required}
          value={own.value}
          onInput={(event) => own.onInput(event.currentTarget.value)}
          class={`${inputLook} ${own.mono ? 'font-mono text-12px leading-normal' : 'text-13px leading-[1.45]'} ${own.class ?? ''}`}
        />
      )}
    </Field>
  )
}
