import { createEffect, type JSX, on, splitProps } from 'solid-js'

type GrowingTextProps = Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, 'onInput' | 'value'> & {
  value: string
  onInput: (value: string) => void
  /** Where growing stops and scrolling begins, in pixels; 240 unless told. */
  max_height?: number
}

/** A bare text area that is as high as what stands in it; it needs an `aria-label` or a label around it. */
export function GrowingText(props: GrowingTextProps) {
  const [own, rest] = splitProps(props, ['value', 'onInput', 'max_height', 'class', 'ref'])
  let area: HTMLTextAreaElement | undefined
  const fit = () => {
    if (!area) return
    area.style.height = 'auto'
    // Hidden areas measure 0; they are fitted when they are typed in.
    const wanted = area.scrollHeight + (area.offsetHeight - area.clientHeight)
    if (wanted > 0) area.style.height = `${Math.min(wanted, own.max_height ?? 240)}px`
  }
  createEffect(on(() => own.value, fit))
  return (
    <textarea
      rows={1}
      {...rest}
      ref={(element) => {
        area = element
        if (typeof own.ref === 'function') own.ref(element)
      }}
      value={own.value}
      onInput={(event) => own.onInput(event.currentTarget.value)}
      class={`block w-full resize-none overflow-y-auto ${own.class ?? ''}`}
    />
  )
}
