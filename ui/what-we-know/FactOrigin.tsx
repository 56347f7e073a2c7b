import { Show } from 'solid-js'
import type { Fact } from '../pilot/session-page.ts'
import { hasSource, origins } from './fact-source.ts'
import type { Facts } from './facts.ts'

/** A fact's number and where it comes from; a press goes there. */
export function FactOrigin(props: { fact: Fact; facts: Facts }) {
  const isProposed = () => props.fact.status === 'proposed'
  const word = () => (isProposed() ? 'proposed' : origins[props.fact.source_type])
  const place = () => (props.fact.source_ref === null ? 'the reply' : `the ${origins[props.fact.source_type]}`)
  return (
    <span
      class="flex items-center gap-1.5 h-6 text-xs"
      classList={{ 'text-faint': !isProposed(), 'text-warning': isProposed() }}
    >
      <span class="font-mono text-10.5px">F{props.fact.ordinal}</span>
      <Show when={hasSource(props.fact)} fallback={word()}>
        <button
          type="button"
          title={`Go to ${place()} that it comes from`}
          class="min-w-6 h-6 text-right rounded-sm underline-offset-2 decoration-dotted hover:(text-primary underline)"
          onClick={() => props.facts.revealSource(props.fact)}
        >
          {word()}
          <span class="sr-only">
            : go to {place()} that F{props.fact.ordinal} comes from
          </span>
        </button>
      </Show>
    </span>
  )
}
