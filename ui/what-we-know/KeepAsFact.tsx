import { Match, Switch } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { FactWords } from './FactWords.tsx'
import type { Promotion, Promotions } from './promotions.ts'

/** What becomes of an answer: kept as a fact, asked about first, or nothing that could be kept. */
export function KeepAsFact(props: { item_id: string; promotions: Promotions }) {
  const promotion = () => props.promotions.of(props.item_id)
  const asking = () => inPhase(promotion(), 'asking')
  const failed = () => inPhase(promotion(), 'failed')
  const promote = () => void props.promotions.promote(props.item_id)
  /** The control that has the focus goes away with the form: the item's own has it then. */
  function leave(act: () => void) {
    const item = document.activeElement?.closest('li')
    act()
    if (document.activeElement === document.body) item?.querySelector('button')?.focus()
  }
  return (
    <Switch
      fallback={
        <Button small variant="ghost" icon="plus" class="justify-self-start -ml-2.5 -mb-1" onClick={promote}>
          Keep as a fact
        </Button>
      }
    >
      <Match when={props.promotions.factOf(props.item_id) || promotion()?.phase === 'keeping'}>{null}</Match>
      <Match when={promotion()?.phase === 'writing'}>
        <p class="text-sm text-faint">Writing a fact…</p>
      </Match>
      <Match when={promotion()?.phase === 'nothing'}>
        <p class="text-sm text-faint">Nothing established</p>
      </Match>
      <Match when={failed()}>
        {(failure) => (
          <div class="flex flex-wrap items-center gap-2 mt-1 text-sm text-danger">
            No fact was written. {failure().why}
            <Button small icon="refresh" onClick={promote}>
              Try again
            </Button>
          </div>
        )}
      </Match>
      <Match when={asking()}>
        {(asked) => (
          <section
            aria-label="Keep as a fact?"
            class="grid grid-cols-[minmax(0,1fr)] gap-2 mt-1.5 p-2.5 rounded-md border border-success-border bg-[color-mix(in_srgb,var(--success)_6%,var(--bg-card))]"
          >
            <h3 class="flex flex-wrap items-baseline gap-x-2 text-13px tracking-normal">
              Keep as a fact?
              <span class="font-body text-xs font-normal text-secondary">
                {asked().written_by === 'model' ? 'worded by FlowPilot' : 'in the words of the answer'}
              </span>
            </h3>
            <FactWords
              label="Words of the fact"
              value={asked().text}
              onType={(text) => props.promotions.type(props.item_id, text)}
              save_label="Keep"
              onSave={() => leave(() => void props.promotions.keep(props.item_id))}
              cancel_label="Not now"
              onCancel={() => leave(() => props.promotions.later(props.item_id))}
              problem={asked().problem}
            />
          </section>
        )}
      </Match>
    </Switch>
  )
}

function inPhase<Phase extends Promotion['phase']>(promotion: Promotion | undefined, phase: Phase) {
  return promotion?.phase === phase ? (promotion as Extract<Promotion, { phase: Phase }>) : undefined
}
