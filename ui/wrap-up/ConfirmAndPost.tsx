import { createUniqueId, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { CopyButton } from '../kit/CopyButton.tsx'
import { PanelFooter } from '../kit/Panel.tsx'
import { artifacts } from './artifacts.ts'
import type { Destination } from './destination.ts'
import { actWords, readerWords } from './destination-words.ts'
import type { PostingView, Way } from './posting-view.ts'
import { StatusPicker } from './StatusPicker.tsx'
import type { WrapUp } from './wrap-up.ts'

const posting_ways: Way[] = ['try_again', 'post_anyway', 'post_mine']

/** The foot of a note: where it goes, who reads it there, what becomes of the ticket, and the button that does it. */
export function ConfirmAndPost(props: {
  wrapUp: WrapUp
  destination: Destination
  /** Where a posting stands that is shown above: then the acts are there. */
  view: PostingView | undefined
  onClose: () => void
}) {
  const { wrapUp, destination } = props
  const { kind } = destination
  const id = createUniqueId()
  const words = artifacts[kind]
  const draft = wrapUp.draft(kind)
  const place = () => {
    const ref = destination.ref()
    return { kind, ticket: ref === undefined ? undefined : wrapUp.nameOf(ref), company: destination.company() }
  }
  const mayPost = () => {
    const shown = props.view
    if (!shown) return true
    return shown.phase === 'stopped' && shown.kind === kind && shown.ways.some((way) => posting_ways.includes(way))
  }
  const isReady = () => !!draft.text.text()?.trim() && draft.preview() !== undefined && !destination.waiting()
  return (
    <PanelFooter
      above={mayPost()}
      about={
        <Show when={mayPost()}>
          <span class="grid grid-cols-[minmax(0,1fr)] gap-1 justify-items-start">
            <span id={id}>
              {destination.waiting() ? 'Reading who will read it…' : readerWords(place(), destination.discussion())}
            </span>
            <Show when={destination.ref() !== undefined && wrapUp.isFresh()}>
              <StatusPicker destination={destination} error={wrapUp.posting.errorAt('ticket_status_id')} />
            </Show>
          </span>
        </Show>
      }
    >
      <Show when={draft.text.text()}>
        {(text) => (
          <CopyButton text={text()} small>
            {words.copy}
          </CopyButton>
        )}
      </Show>
      <Button small onClick={() => props.onClose()}>
        {props.view ? 'Close' : 'Cancel'}
      </Button>
      <Show when={!props.view}>
        <Button
          small
          variant={kind === 'resolution_note' ? 'resolve' : 'primary'}
          icon="check"
          class="min-w-0 max-w-full"
          aria-describedby={id}
          disabled={!isReady()}
          onClick={() => wrapUp.post(kind, destination.asked())}
        >
          <span class="truncate leading-normal">{actWords(place())}</span>
        </Button>
      </Show>
    </PanelFooter>
  )
}
