import { Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import type { ArtifactKind } from '../wrap-up/artifacts.ts'
import { HowItEnded } from '../wrap-up/HowItEnded.tsx'
import { KeptNote } from '../wrap-up/KeptNote.tsx'
import type { PilotSession } from './pilot-session.ts'

/** Stands where the composer would: how the session ended, what it left, and why nothing can be sent. */
export function ClosedComposer(props: { pilot: PilotSession; viewer: boolean; nameOf: (ref?: string) => string }) {
  const session = () => props.pilot.session()
  const kind = (): ArtifactKind | undefined => {
    const { status } = session()
    return status === 'resolved' ? 'resolution_note' : status === 'escalated' ? 'escalation_package' : undefined
  }
  return (
    <div class="flex flex-wrap items-center gap-2 w-full max-w-measure mx-auto px-3.5 py-3 rounded-14px border border-line bg-card text-13px text-secondary">
      <Show when={kind()} fallback="You can read this session. Writing in it needs the role of an engineer.">
        {(ended) => (
          <>
            <p class="flex-1 min-w-50 leading-normal [overflow-wrap:anywhere]">
              <HowItEnded
                session={session()}
                write_back={props.pilot.state.write_back}
                kind={ended()}
                ticket={props.nameOf(session().ticket?.ref)}
              />
              <Show when={!props.viewer}> Reopen the session to go on.</Show>
            </p>
            <Show when={session()[`${ended()}_markdown`]}>
              {(markdown) => <KeptNote kind={ended()} markdown={markdown()} />}
            </Show>
            <Show when={!props.viewer}>
              <Button small onClick={() => void props.pilot.setStatus('active')}>
                Reopen
              </Button>
            </Show>
          </>
        )}
      </Show>
    </div>
  )
}
