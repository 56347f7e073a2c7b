import { createSignal, For, onMount, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import type { Judgement, Outcome } from './fix-calls.ts'
import { OutcomeNote } from './OutcomeNote.tsx'
import { outcomes, outcomesFrom } from './outcomes.ts'

/** How did the fix go? The four answers; only one that worked needs no word more. */
export function OutcomeChoice(props: {
  /** The likely one, which comes first; "It worked" unless told. */
  first?: Outcome
  onJudge: (judgement: Judgement) => void
  /** Takes the focus as soon as it is there. */
  focus?: boolean
}) {
  const [noting, setNoting] = createSignal<Exclude<Outcome, 'worked'>>()
  let box: HTMLDivElement | undefined
  const focusFirst = () => box?.querySelector('button')?.focus()
  onMount(() => props.focus && focusFirst())
  const choose = (outcome: Outcome) => {
    if (outcome === 'worked') props.onJudge({ outcome })
    else setNoting(outcome)
  }
  const back = () => {
    setNoting(undefined)
    focusFirst()
  }
  return (
    <div ref={box} class="grid grid-cols-[minmax(0,1fr)]">
      <Show
        when={noting()}
        fallback={
          <div class="grid grid-cols-2 gap-1.5">
            <For each={outcomesFrom(props.first ?? 'worked')}>
              {(outcome) => (
                <Button small icon={outcomes[outcome].icon} onClick={() => choose(outcome)}>
                  {outcomes[outcome].label}
                </Button>
              )}
            </For>
          </div>
        }
      >
        {(outcome) => (
          <OutcomeNote
            outcome={outcome()}
            onSave={(note) => props.onJudge(note === '' ? { outcome: outcome() } : { outcome: outcome(), note })}
            onBack={back}
          />
        )}
      </Show>
    </div>
  )
}
