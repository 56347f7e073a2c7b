import { Show } from 'solid-js'
import { PostingCard, SpokenPosting } from './PostingCard.tsx'
import { WaysOn } from './WaysOn.tsx'
import type { WrapUp } from './wrap-up.ts'

/** Under the session's header, for whoever has it open: a posting that is not over, while no popover shows it. */
export function PostingBanner(props: { wrapUp: WrapUp; mayWrite: boolean }) {
  const { wrapUp } = props
  const view = () => (wrapUp.shown() === undefined ? wrapUp.view() : undefined)
  return (
    <div>
      <SpokenPosting view={view()} />
      <Show when={view()}>
        {(shown) => (
          <div class="px-4 pt-3 md:px-6">
            <div class="w-full max-w-measure mx-auto max-h-[45vh] overflow-y-auto">
              <PostingCard
                view={shown()}
                ways={
                  <Show when={props.mayWrite}>
                    <WaysOn wrapUp={wrapUp} view={shown()} />
                  </Show>
                }
              />
            </div>
          </div>
        )}
      </Show>
    </div>
  )
}
