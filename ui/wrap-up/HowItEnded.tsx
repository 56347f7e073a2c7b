import { Match, Show, Switch } from 'solid-js'
import { Icon } from '../kit/Icon.tsx'
import { RelativeTime } from '../kit/RelativeTime.tsx'
import type { SessionPage } from '../pilot/session-page.ts'
import { type ArtifactKind, artifacts } from './artifacts.ts'
import { readEnding, statusWords } from './ending.ts'

/** How a session ended: what was posted, where and when, or that it ended here only. */
export function HowItEnded(props: {
  session: SessionPage['session']
  write_back: SessionPage['write_back']
  kind: ArtifactKind
  ticket: string
}) {
  const words = () => artifacts[props.kind]
  const done = () => (words().closes === 'resolved' ? 'Resolved' : 'Escalated')
  const note_id = () => props.session[`${props.kind}_external_id`]
  const ending = () => readEnding(props)
  const here = () => (ending()?.result.endsWith('_local') ? ' here only' : '')
  return (
    <Switch
      fallback={
        <>
          {done()} here only. No {words().short} was posted.
        </>
      }
    >
      <Match when={note_id() !== null && props.session[`${props.kind}_posted_at`]}>
        {(posted_at) => (
          <>
            {done()}
            {here()}. The {words().short} is on {props.ticket}, posted <RelativeTime time={posted_at()} ago />.
            <Show when={ending()}>{(known) => statusWords(known())}</Show>
            <Show when={props.session.ticket?.url}>
              {(url) => (
                <>
                  {' '}
                  <a href={url()} target="_blank" rel="noreferrer" class="inline-flex items-center gap-1 text-accent">
                    Open the ticket
                    <Icon name="external" size={12} />
                  </a>
                </>
              )}
            </Show>
          </>
        )}
      </Match>
    </Switch>
  )
}
