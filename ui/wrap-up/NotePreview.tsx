import { createEffect, createSignal, type JSX, on, onCleanup, onMount, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { Chip } from '../kit/Chip.tsx'
import { CopyButton } from '../kit/CopyButton.tsx'
import { PanelBody, PanelFooter, PanelHeader } from '../kit/Panel.tsx'
import type { PilotSession } from '../pilot/pilot-session.ts'
import type { ArtifactDraft } from './artifact-draft.ts'
import { artifacts } from './artifacts.ts'
import { CitedHere } from './CitedHere.tsx'
import { NoteBody } from './NoteBody.tsx'

/** What the session would leave on its ticket now, to read, to edit and to copy. */
export function NotePreview(props: {
  pilot: PilotSession
  draft: ArtifactDraft
  editing: boolean
  onEdit: (editing: boolean) => void
  onClose: () => void
  /** At the left of the foot, and its last acts: what becomes of the text. */
  about?: JSX.Element
  footer?: JSX.Element
}) {
  const { draft } = props
  const words = artifacts[draft.kind]
  let edit: HTMLButtonElement | undefined
  onMount(draft.open)
  onCleanup(draft.close)
  // The field that had the focus is gone.
  createEffect(
    on(
      () => props.editing,
      (editing) => !editing && edit?.focus(),
      { defer: true },
    ),
  )
  return (
    <>
      <PanelHeader icon={words.icon} title={<h2 class="text-15.5px whitespace-nowrap">{words.title}</h2>}>
        <Show when={props.pilot.session().ticket}>
          {(ticket) => (
            <Chip tone="accent" mono>
              #{ticket().ref}
            </Chip>
          )}
        </Show>
        <DraftStatus pilot={props.pilot} draft={draft} />
        <Show when={draft.text.text() !== undefined}>
          <Button
            ref={edit}
            small
            variant="ghost"
            icon={props.editing ? 'check' : 'pencil'}
            class="-mr-2"
            onClick={() => props.onEdit(!props.editing)}
          >
            {props.editing ? 'Done' : 'Edit'}
          </Button>
        </Show>
      </PanelHeader>
      <PanelBody class="!gap-3 !pt-3.5 !pb-4 grid-cols-[minmax(0,1fr)] text-13.5px leading-normal">
        <NoteBody pilot={props.pilot} draft={draft} editing={props.editing} />
      </PanelBody>
      <div>
        <CitedHere pilot={props.pilot} />
        <PanelFooter about={props.about ?? 'Nothing is posted from here.'}>
          <Show when={draft.text.text()}>
            {(text) => (
              <CopyButton text={text()} small>
                {words.copy}
              </CopyButton>
            )}
          </Show>
          <Button small onClick={() => props.onClose()}>
            {props.footer ? 'Cancel' : 'Close'}
          </Button>
          {props.footer}
        </PanelFooter>
      </div>
    </>
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
