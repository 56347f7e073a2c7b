import { createSignal, Show } from 'solid-js'
import { FixProposal } from './FixProposal.tsx'
import { FixActs, type FixProps, FixWords } from './FixState.tsx'
import type { Judgement } from './fix-calls.ts'
import { OutcomeChoice } from './OutcomeChoice.tsx'
import { proposalFor } from './outcomes.ts'

/** One fix through its life: what it says, how it went, and what the engineer can do about it. */
export function FixBody(props: FixProps) {
  const [changing, setChanging] = createSignal(false)
  const proposal = () => proposalFor(props.fix)
  const judge = (judgement: Judgement) => {
    setChanging(false)
    void props.fixes.judge({ id: props.fix.id }, judgement)
    props.onActed()
  }
  const asks = () => props.mayWrite && !proposal() && (changing() || props.fix.status === 'applied')
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-2.5 px-3.5 pb-3.5">
      <h3 class="text-15px [overflow-wrap:anywhere]">{props.fix.title}</h3>
      <Show when={!changing()}>
        <FixWords fix={props.fix} />
      </Show>
      <Show when={proposal()}>
        {(said) => <FixProposal proposal={said()} mayWrite={props.mayWrite} onJudge={judge} />}
      </Show>
      <Show when={asks()}>
        <OutcomeChoice onJudge={judge} focus={changing()} />
      </Show>
      <Show when={!changing()}>
        <FixActs {...props} onChange={() => setChanging(true)} />
      </Show>
    </div>
  )
}
