import { createResource, Match, Switch } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { Button } from '../kit/Button.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { previewText } from './artifact-calls.ts'
import type { ArtifactDraft } from './artifact-draft.ts'

/** The note as the ticket receives it, byte for byte. */
export function AsPosted(props: { session_id: string; draft: ArtifactDraft; ticket: string }) {
  const text = () => props.draft.text.text() ?? ''
  /** What the draft's preview said already. */
  const told = () => (props.draft.preview()?.markdown === text() ? props.draft.preview() : undefined)
  const [asked, { refetch }] = createResource(
    () => (told() ? undefined : text()),
    async (markdown) => ({ posted_as: await previewText(props.session_id, props.draft.kind, markdown) }),
  )
  const shown = () => told() ?? (asked.state === 'ready' ? asked() : undefined)
  return (
    <Switch fallback={<Skeleton lines={6} label="Writing it as it is posted…" />}>
      <Match when={!told() && asked.error}>
        {(thrown) => (
          <FailureNote
            title="It can’t be shown as it is posted"
            actions={
              <Button small icon="refresh" onClick={() => void refetch()}>
                Try again
              </Button>
            }
          >
            {messageOf(thrown())} Nothing was posted.
          </FailureNote>
        )}
      </Match>
      <Match when={shown()?.posted_as}>
        {(words) => (
          <section aria-label="As posted" class="grid grid-cols-[minmax(0,1fr)] gap-1.5">
            <p class="text-sm text-secondary">This is what {props.ticket} receives, to the letter.</p>
            <pre
              tabindex="0"
              class="px-3 py-2.5 rounded-md border border-line bg-inset font-mono [font-variant-ligatures:none] text-12px leading-[1.65] whitespace-pre-wrap [overflow-wrap:anywhere]"
            >
              {words()}
            </pre>
          </section>
        )}
      </Match>
      <Match when={shown()}>
        <p class="text-secondary">The ticket system is not connected: how it would receive this can’t be told now.</p>
      </Match>
    </Switch>
  )
}
