import { onCleanup, onMount, Show } from 'solid-js'
import { PanelBody } from '../kit/Panel.tsx'
import type { PilotSession } from '../pilot/pilot-session.ts'
import { AsPosted } from './AsPosted.tsx'
import type { ArtifactDraft } from './artifact-draft.ts'
import { CitedHere } from './CitedHere.tsx'
import { ConfirmAndPost } from './ConfirmAndPost.tsx'
import { createDestination } from './destination.ts'
import { NoteBody } from './NoteBody.tsx'
import { type Look, NoteHeader } from './NoteHeader.tsx'
import { PostingCard, SpokenPosting } from './PostingCard.tsx'
import { WaysOn } from './WaysOn.tsx'
import type { WrapUp } from './wrap-up.ts'

/** What the session would leave on its ticket now: to read, to edit, to copy and to post. */
export function NotePreview(props: {
  pilot: PilotSession
  wrapUp: WrapUp
  draft: ArtifactDraft
  look: Look
  onLook: (look: Look) => void
  onClose: () => void
}) {
  const { draft, wrapUp } = props
  const destination = createDestination(props.pilot, draft.kind)
  const ticket = () => (destination.ref() === undefined ? undefined : wrapUp.nameOf(destination.ref()))
  const view = () => {
    const all = wrapUp.view()
    // What is wrong with the picked status is said beside it, and what failed of the other kind stops nothing here.
    if (wrapUp.posting.errorAt('ticket_status_id') || (all?.kind !== draft.kind && wrapUp.isFresh())) return undefined
    return all
  }
  onMount(draft.open)
  onCleanup(draft.close)
  return (
    <>
      <NoteHeader pilot={props.pilot} draft={draft} ticket={ticket()} look={props.look} onLook={props.onLook} />
      <SpokenPosting view={view()} />
      <PanelBody class="!gap-3 !pt-3.5 !pb-4 grid-cols-[minmax(0,1fr)] text-13.5px leading-normal">
        <Show when={view()}>
          {(shown) => (
            <PostingCard
              view={shown()}
              ways={
                <WaysOn
                  wrapUp={wrapUp}
                  view={shown()}
                  destination={shown().kind === draft.kind ? destination : undefined}
                />
              }
            />
          )}
        </Show>
        <Show
          when={props.look === 'posted' && draft.text.text() !== undefined && ticket()}
          fallback={<NoteBody pilot={props.pilot} draft={draft} editing={props.look === 'edit'} />}
        >
          {(name) => <AsPosted session_id={props.pilot.id} draft={draft} ticket={name()} />}
        </Show>
      </PanelBody>
      <div>
        <CitedHere pilot={props.pilot} />
        <ConfirmAndPost wrapUp={wrapUp} destination={destination} view={view()} onClose={props.onClose} />
      </div>
    </>
  )
}
