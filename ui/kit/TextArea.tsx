import { type ComponentProps, splitProps } from 'solid-js'
import { Field, type FieldProps } from './Field.tsx'
import { GrowingText } from './GrowingText.tsx'
import { inputLook } from './TextField.tsx'

type TextAreaProps = FieldProps & ComponentProps<typeof GrowingText> & { mono?: boolean }

/** A labelled text area that grows with its text. */
export function TextArea(props: TextAreaProps) {
  const [field, own, rest] = splitProps(props, ['label', 'aside', 'required', 'hint', 'error'], ['mono', 'class'])
  return (
    <Field {...field}>
      {(control) => (
        <GrowingText
          {...rest}
          {...control}
          required={field.required}
          class={`${inputLook} ${own.mono ? 'font-mono text-12px leading-normal' : 'text-13px leading-[1.45]'} ${own.class ?? ''}`}
        />
      )}
    </Field>
  )
}
