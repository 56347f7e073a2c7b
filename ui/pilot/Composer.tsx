import { createUniqueId, type JSX, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { GrowingText } from '../kit/GrowingText.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { isSend } from '../kit/keys.ts'
import { MESSAGE_LIMIT } from './draft.ts'

type ComposerProps = {
  text: string
  onType: (text: string) => void
  onSend: () => void
  /** A reply is being written, or a message is on its way: nothing can be sent now. */
  busy?: boolean
  /** Ends the running reply; given only while there is one. */
  onStop?: () => void
  /** What went wrong with the last message, in a sentence. */
  notice?: JSX.Element
  /** At the left, below the words. */
  tools?: JSX.Element
  autofocus?: boolean
  /** Given the field itself, for whoever has to put the focus there. */
  ref?: (field: HTMLTextAreaElement) => void
}

/** Where the engineer writes: Enter is a new line, ⌘↵ or Ctrl+↵ sends. */
export function Composer(props: ComposerProps) {
  const over = () => props.text.trim().length - MESSAGE_LIMIT
  const maySend = () => !props.busy && props.text.trim() !== '' && over() <= 0
  const about = createUniqueId()
  const send = () => maySend() && props.onSend()
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-2 w-full max-w-measure mx-auto">
      <div role="alert" class="px-1 pt-2 text-sm text-danger empty:hidden">
        {props.notice}
      </div>
      <div class="grid grid-cols-[minmax(0,1fr)] gap-2.5 pl-3.5 pr-3 pt-3 pb-2.5 rounded-14px border border-line-hover bg-card focus-within:border-accent">
        <GrowingText
          ref={(field: HTMLTextAreaElement) => props.ref?.(field)}
          value={props.text}
          onInput={props.onType}
          onKeyDown={(event) => {
            if (!isSend(event)) return
            event.preventDefault()
            send()
          }}
          autofocus={props.autofocus}
          aria-label="Message"
          aria-describedby={about}
          placeholder="Describe what you see, or paste output…"
          class="outline-none"
        />
        <div class="flex items-center gap-2">
          {props.tools}
          <span id={about} class="text-sm" classList={{ 'text-danger': over() > 0, 'text-faint': over() <= 0 }}>
            <Show when={over() > -MESSAGE_LIMIT / 10}>
              {over() > 0
                ? `${over().toLocaleString('en')} characters too many`
                : `${(-over()).toLocaleString('en')} characters left`}
            </Show>
          </span>
          <span class="flex-1" />
          <Show
            when={props.onStop}
            fallback={
              <>
                <Kbd keys="Mod+Enter" class="hidden md:inline-block" />
                <Button
                  variant="primary"
                  small
                  icon="arrow-up"
                  aria-label="Send"
                  disabled={!maySend()}
                  onClick={send}
                />
              </>
            }
          >
            <Button small icon="stop" onClick={() => props.onStop?.()}>
              Stop
            </Button>
          </Show>
        </div>
      </div>
    </div>
  )
}
