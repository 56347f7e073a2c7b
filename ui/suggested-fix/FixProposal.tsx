import { createSignal, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import type { SuggestedFix } from '../pilot/session-page.ts'
import type { Judgement } from './fix-calls.ts'
import { OutcomeChoice } from './OutcomeChoice.tsx'
import { outcomes } from './outcomes.ts'

/** What the model thinks of how the fix went; it counts when the engineer says so. */
export function FixProposal(props: {
  proposal: NonNullable<SuggestedFix['outcome_proposal']>
  mayWrite: boolean
  onJudge: (judgement: Judgement) => void
}) {
  const [other, setOther] = createSignal(false)
  const label = () => outcomes[props.proposal.outcome].label
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-2 p-2.5 rounded-md border border-line-hover bg-inset text-13px">
      <p class="[overflow-wrap:anywhere]">
        FlowPilot thinks: <strong class="font-medium">{outcomes[props.proposal.outcome].thought}</strong>
        {props.proposal.reason ? ` – ${props.proposal.reason}` : ''}
      </p>
      <Show when={props.mayWrite}>
        <Show
          when={other()}
          fallback={
            <div class="flex flex-wrap gap-2">
              <Button
                small
                icon="check"
                aria-label={`Confirm: ${label()}`}
                onClick={() => props.onJudge({ outcome: props.proposal.outcome })}
              >
                Confirm
              </Button>
              <Button small variant="ghost" onClick={() => setOther(true)}>
                Something else
              </Button>
            </div>
          }
        >
          <OutcomeChoice onJudge={props.onJudge} focus />
        </Show>
      </Show>
    </div>
  )
}
