import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { Button } from '../kit/Button.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { GrowingText } from '../kit/GrowingText.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { isSend } from '../kit/keys.ts'
import { startSession } from '../sessions/sessions.ts'
import { createChosenTicket } from '../tickets/chosen-ticket.ts'
import { StartTicket } from '../tickets/StartTicket.tsx'

const DRAFT = 'flowpilot:start-draft'

/** Where a session begins: what is typed here becomes its problem and its first message. Survives a reload. */
export function StartBox() {
  const navigate = useNavigate()
  const [problem, setProblem] = createSignal(sessionStorage.getItem(DRAFT) ?? '')
  const [starting, setStarting] = createSignal(false)
  const [failure, setFailure] = createSignal<string>()
  let area: HTMLTextAreaElement | undefined
  // The same words tried again after a lost answer must not make a second session; other words must.
  let attempt = { asked: '', key: '' }

  const write = (text: string) => {
    setProblem(text)
    sessionStorage.setItem(DRAFT, text)
  }
  const chosen = createChosenTicket(`${DRAFT}:ticket`, { text: problem, write })
  const start = async () => {
    const words = problem().trim()
    if (!words) return area?.focus()
    if (starting()) return
    setStarting(true)
    setFailure(undefined)
    const asked = { problem: words, ...chosen.asked() }
    if (attempt.asked !== JSON.stringify(asked)) attempt = { asked: JSON.stringify(asked), key: crypto.randomUUID() }
    try {
      const session = await startSession(asked, attempt.key)
      sessionStorage.removeItem(DRAFT)
      chosen.forget()
      navigate(`/pilot/${session.id}`)
    } catch (thrown) {
      setFailure(messageOf(thrown))
      setStarting(false)
    }
  }
  return (
    <form
      class="grid grid-cols-[minmax(0,1fr)] gap-3.5 pt-4 pr-4 pb-3 pl-18px rounded-16px border border-line-hover bg-card focus-within:border-line-strong"
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <GrowingText
        ref={(element) => {
          area = element
        }}
        aria-label="Describe an issue, or paste a ticket"
        placeholder="Describe an issue, or paste a ticket…"
        class="outline-none"
        maxlength={100_000}
        value={problem()}
        onInput={write}
        onKeyDown={(event) => {
          if (!isSend(event)) return
          event.preventDefault()
          void start()
        }}
      />
      <Show when={failure()}>
        {(message) => <FailureNote title="The session was not started">{message()}</FailureNote>}
      </Show>
      <div class="flex flex-wrap items-center justify-end gap-2">
        <span class="grow min-w-0 max-w-full">
          <StartTicket chosen={chosen} />
        </span>
        <Kbd keys="Mod+Enter" class="hidden md:inline-block" />
        <Button type="submit" variant="primary" small loading={starting()}>
          Start session
        </Button>
      </div>
    </form>
  )
}
