import { createMemo, createSignal, For, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import type { PilotSession } from '../pilot/pilot-session.ts'
import { replyTo, unsentItems, wordsOf } from './lane.ts'
import { MessagePreview } from './MessagePreview.tsx'

export type Sending = {
  /** What stands in the composer, trimmed. */
  draft: string
  /** Sends the answers of these items, with the composer's text if wanted; true when they are saved. */
  onSend: (item_ids: string[], withDraft: boolean) => Promise<boolean>
}

/** The answers that were not sent yet: all of them go at once, or those that stay ticked. */
export function SendAnswers(props: Sending & { pilot: PilotSession }) {
  const { pilot } = props
  const [held, setHeld] = createSignal<ReadonlySet<string>>(new Set())
  const [withDraft, setWithDraft] = createSignal(true)
  const [open, setOpen] = createSignal(false)
  const unsent = createMemo(() => unsentItems(pilot.lane()))
  const ticked = () => unsent().filter(({ id }) => !held().has(id))
  const takesDraft = () => props.draft !== '' && withDraft()

  async function send() {
    const ids = ticked().map(({ id }) => id)
    if (await props.onSend(ids, takesDraft())) setOpen(false)
  }
  const toggle = (id: string) =>
    setHeld((all) => (all.has(id) ? new Set([...all].filter((other) => other !== id)) : new Set(all).add(id)))

  return (
    <Show when={unsent().length > 0}>
      <section aria-label="Send answers" class="border border-accent-border rounded-lg bg-card">
        <div class="flex items-center gap-2 px-3 py-2">
          <Button
            variant="primary"
            small
            icon="arrow-up"
            disabled={pilot.busy() || ticked().length === 0}
            onClick={() => void send()}
          >
            Send {ticked().length} of {unsent().length}
          </Button>
          <span class="flex-1 min-w-0 text-sm text-secondary truncate">
            {pilot.busy() ? 'after this reply' : takesDraft() ? 'with your message' : 'not sent yet'}
          </span>
          <IconButton
            icon="chevron-down"
            class={open() ? '' : 'rotate-180'}
            label="Choose what is sent"
            aria-expanded={open()}
            onClick={() => setOpen(!open())}
          />
        </div>
        <Show when={open()}>
          <ul class="grid grid-cols-[minmax(0,1fr)] px-3 pb-2 max-h-72 overflow-y-auto">
            <For each={unsent()}>
              {(item) => (
                <Tickable
                  ask={wordsOf(item)}
                  words={replyTo(item) ?? ''}
                  ticked={!held().has(item.id)}
                  onToggle={() => toggle(item.id)}
                />
              )}
            </For>
            <Show when={props.draft}>
              <Tickable
                ask="Your message"
                words={props.draft}
                ticked={withDraft()}
                onToggle={() => setWithDraft(!withDraft())}
              />
            </Show>
          </ul>
          <MessagePreview items={ticked()} own={takesDraft() ? props.draft : ''} />
        </Show>
      </section>
    </Show>
  )
}

/** What a long answer shows of itself here. */
const EXCERPT = 120

function Tickable(props: { ask: string; words: string; ticked: boolean; onToggle: () => void }) {
  const excerpt = () => (props.words.length > EXCERPT ? `${props.words.slice(0, EXCERPT)}…` : props.words)
  return (
    <li>
      <label class="grid grid-cols-[16px_minmax(0,1fr)] gap-2 py-1 text-sm cursor-pointer">
        <input
          type="checkbox"
          checked={props.ticked}
          onChange={() => props.onToggle()}
          class="mt-0.5 w-4 h-4 accent-[var(--accent)]"
        />
        <span class="min-w-0 [overflow-wrap:anywhere]">
          <span class="text-secondary">{props.ask}</span> {excerpt()}
        </span>
      </label>
    </li>
  )
}
