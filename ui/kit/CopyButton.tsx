import { createSignal, onCleanup, Show } from 'solid-js'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'

/** Puts a text on the clipboard and says so, in the picture and aloud; with `children` a whole button, else a picture. */
export function CopyButton(props: {
  text: string
  label?: string
  small?: boolean
  children?: string
  onCopied?: () => void
}) {
  const [outcome, setOutcome] = createSignal<'copied' | 'refused'>()
  let timer: ReturnType<typeof setTimeout>
  onCleanup(() => clearTimeout(timer))
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text)
      setOutcome('copied')
      props.onCopied?.()
    } catch {
      setOutcome('refused')
    }
    clearTimeout(timer)
    timer = setTimeout(() => setOutcome(undefined), 2_000)
  }
  const icon = () => (outcome() === 'copied' ? 'check' : outcome() === 'refused' ? 'alert' : 'copy')
  return (
    <>
      <Show
        when={props.children}
        fallback={<IconButton icon={icon()} label={props.label ?? 'Copy'} size={14} onClick={copy} />}
      >
        <Button small={props.small} icon={icon()} onClick={copy}>
          {props.children}
        </Button>
      </Show>
      <span class="sr-only" role="status">
        {outcome() === 'copied' ? 'Copied' : outcome() === 'refused' ? 'The browser did not allow copying' : ''}
      </span>
    </>
  )
}
