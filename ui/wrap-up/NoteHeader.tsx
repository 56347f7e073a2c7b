import { createEffect, createSignal, on, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { Chip } from '../kit/Chip.tsx'
import { PanelHeader } from '../kit/Panel.tsx'
import type { PilotSession } from '../pilot/pilot-session.ts'
import type { ArtifactDraft } from './artifact-draft.ts'
import { artifacts } from './artifacts.ts'

/** How a note is looked at: as it reads, in the engineer's hands, or as the ticket receives it. */
export type Look = 'read' | 'edit' | 'posted'

/** Words that an icon stands for where the header has no room. */
const roomy = 'sr-only sm:not-sr-only'

/** The name of a note, the ticket that it is for, and the ways to look at it. */
export function NoteHeader(props: {
  pilot: PilotSession
  draft: ArtifactDraft
  /** Absent where no ticket is linked. */
  ticket: string | undefined
  look: Look
  onLook: (look: Look) => void
}) {
  const words = artifacts[props.draft.kind]
  const editing = () => props.look === 'edit'
  let edit: HTMLButtonElement | undefined
  // The field that had the focus is gone.
  createEffect(on(editing, (is) => !is && edit?.focus(), { defer: true }))
  return (
    <PanelHeader icon={words.icon} title={<h2 class="text-15.5px whitespace-nowrap">{words.title}</h2>}>
      <Show when={props.ticket}>
        {(ticket) => (
          <Chip tone="accent" mono class="!hidden sm:!inline-flex">
            {ticket()}
          </Chip>
        )}
      </Show>
      <DraftStatus pilot={props.pilot} draft={props.draft} />
      <Show when={props.draft.text.text() !== undefined}>
        <Show when={props.ticket && !editing()}>
          <Button
            small
            variant="ghost"
            icon="eye"
            class="-mr-2.5 aria-pressed:(bg-elevated text-primary)"
            aria-pressed={props.look === 'posted'}
            title="As posted"
            onClick={() => props.onLook(props.look === 'posted' ? 'read' : 'posted')}
          >
            <span class={roomy}>As posted</span>
          </Button>
        </Show>
        <Button
          ref={edit}
          small
          variant="ghost"
          icon={editing() ? 'check' : 'pencil'}
          class="-mr-2"
          title={editing() ? 'Done' : 'Edit'}
          onClick={() => props.onLook(editing() ? 'read' : 'edit')}
        >
          <span class={roomy}>{editing() ? 'Done' : 'Edit'}</span>
        </Button>
      </Show>
    </PanelHeader>
  )
}

/** Whose text it is, and whether a newer draft is on its way; read out when one has come. */
function DraftStatus(props: { pilot: PilotSession; draft: ArtifactDraft }) {
  const facts = () => props.pilot.state.facts.filter(({ status }) => status === 'confirmed').length
  const [first] = createSignal(props.draft.preview())
  const writing = () => {
    if (facts() === 0) return 'Writing…'
    return `Writing from ${facts() === 1 ? '1 fact' : `${facts()} facts`}…`
  }
  const isUpdated = () => props.draft.preview() !== undefined && props.draft.preview() !== first()
  return (
    <span role="status" class="flex-1 min-w-0 truncate text-right text-12px leading-7 text-faint">
      <Show
        when={props.draft.writing()}
        fallback={
          <>
            <Show when={props.draft.text.isOwn()}>Your text</Show>
            <span class="sr-only">{isUpdated() ? 'The draft was updated.' : ''}</span>
          </>
        }
      >
        {writing()}
      </Show>
    </span>
  )
}
