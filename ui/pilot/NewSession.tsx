import { useNavigate } from '@solidjs/router'
import { createSignal, For } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { Button } from '../kit/Button.tsx'
import { startSession } from '../sessions/sessions.ts'
import { Page } from '../shell/Page.tsx'
import { createChosenTicket } from '../tickets/chosen-ticket.ts'
import { StartTicket } from '../tickets/StartTicket.tsx'
import { Composer } from './Composer.tsx'
import { createDraft } from './draft.ts'

const beginnings = [
  'A user cannot sign in',
  'Something stopped working after a change',
  'A backup or job failed',
  'A service is slow or drops',
]

/** Where a session begins: the first message creates it and is sent from its own page. */
export function NewSession() {
  const navigate = useNavigate()
  const draft = createDraft('new')
  const chosen = createChosenTicket('flowpilot:new-session-ticket', { text: draft.text, write: draft.type })
  let field: HTMLTextAreaElement | undefined
  const beginWith = (words: string) => {
    draft.type(`${words}: ${draft.text()}`)
    field?.focus()
  }
  const [busy, setBusy] = createSignal(false)
  const [notice, setNotice] = createSignal<string>()
  // One key for one text: a second press after a lost answer does not create a second session.
  let attempt = { asked: '', key: '' }
  async function start() {
    const asked = { problem: draft.text().trim(), ...chosen.asked() }
    if (attempt.asked !== JSON.stringify(asked)) attempt = { asked: JSON.stringify(asked), key: crypto.randomUUID() }
    setBusy(true)
    setNotice(undefined)
    try {
      const { id } = await startSession(asked, attempt.key)
      draft.type('')
      chosen.forget()
      navigate(`/pilot/${id}`, { replace: true })
    } catch (thrown) {
      setNotice(`No session was started. ${messageOf(thrown)}`)
      setBusy(false)
    }
  }
  return (
    <Page title="New session">
      <div class="grid place-items-center overflow-y-auto px-4 py-6 md:px-6">
        <div class="grid grid-cols-[minmax(0,1fr)] gap-6 w-full max-w-measure pb-[8vh]">
          <div class="grid gap-2 text-center">
            <h2 class="text-2xl">What is broken?</h2>
            <p class="text-secondary">
              Who is affected, since when, what changed, and the exact words of any error. Paste output as it is.
            </p>
          </div>
          <Composer
            text={draft.text()}
            onType={draft.type}
            onSend={start}
            busy={busy()}
            notice={notice()}
            tools={<StartTicket chosen={chosen} />}
            autofocus
            ref={(area) => {
              field = area
            }}
          />
          <div class="flex flex-wrap justify-center gap-2">
            <For each={beginnings}>
              {(words) => (
                <Button small class="!rounded-full" onClick={() => beginWith(words)}>
                  {words}
                </Button>
              )}
            </For>
          </div>
        </div>
      </div>
    </Page>
  )
}
