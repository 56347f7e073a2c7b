import { For, Show } from 'solid-js'
import { Button, type ButtonVariant } from '../kit/Button.tsx'
import { type ArtifactKind, artifacts } from './artifacts.ts'
import type { Destination } from './destination.ts'
import type { PostingView, Way } from './posting-view.ts'
import type { Accepted, WrapUp } from './wrap-up.ts'

const labels: Record<Exclude<Way, 'keep_local'>, string> = {
  try_again: 'Try again',
  post_anyway: 'Post anyway',
  look_again: 'Look again',
  post_mine: 'Post mine anyway',
  refresh: 'Refresh',
  check_again: 'Check again',
  retry_status: 'Try status again',
}

/** These are about the text, which has to be seen first. */
const about_the_text: Way[] = ['try_again', 'post_anyway', 'look_again', 'post_mine', 'refresh']

/** The ways on from a posting that stopped, as buttons. `destination` is given where the text is on the screen. */
export function WaysOn(props: { wrapUp: WrapUp; view: PostingView; destination?: Destination }) {
  const { wrapUp } = props
  const all = () => (props.view.phase === 'stopped' ? props.view.ways : [])
  const isHere = (way: Way) => props.destination !== undefined || !about_the_text.includes(way)
  const variant = (way: Way): ButtonVariant => (way === 'keep_local' ? 'ghost' : 'plain')
  const labelOf = (way: Way) => (way === 'keep_local' ? `${artifacts[props.view.kind].act} here only` : labels[way])
  return (
    <Show when={all().length > 0}>
      <div class="flex flex-wrap items-center gap-2">
        <Show when={!all().every(isHere)}>
          <Button small onClick={() => wrapUp.open(props.view.kind)}>
            Open the {artifacts[props.view.kind].short}
          </Button>
        </Show>
        <For each={all().filter(isHere)}>
          {(way) => (
            <Button small variant={variant(way)} onClick={() => go(wrapUp, props.view.kind, way, props.destination)}>
              {labelOf(way)}
            </Button>
          )}
        </For>
      </div>
    </Show>
  )
}

function go(wrapUp: WrapUp, kind: ArtifactKind, way: Way, destination: Destination | undefined): void {
  const post = (accepted: Accepted = {}) => wrapUp.post(kind, { ...destination?.asked(), ...accepted })
  switch (way) {
    case 'try_again':
      post()
      break
    case 'post_anyway':
      post({ accept_moved: true })
      break
    case 'post_mine':
      post({ accept_stale: true })
      break
    case 'look_again':
    case 'refresh':
      wrapUp.posting.forget()
      destination?.again()
      wrapUp.draft(kind).again()
      break
    case 'check_again':
    case 'retry_status':
    case 'keep_local':
      wrapUp.posting.settle(way)
  }
}
