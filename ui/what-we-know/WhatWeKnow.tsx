import { For, Show } from 'solid-js'
import { Icon } from '../kit/Icon.tsx'
import type { Fact } from '../pilot/session-page.ts'
import { LaneEmpty, LaneSection } from '../task-lane/LaneSection.tsx'

const origins: Record<Fact['source_type'], string> = {
  question: 'question',
  diagnostic_check: 'check',
  manual: 'note',
  ai_synthesis: 'FlowPilot',
}

/** The facts of a session, each with where it came from; proposed ones wait for a confirmation. */
export function WhatWeKnow(props: { facts: Fact[] }) {
  const confirmed = () => props.facts.filter(({ status }) => status === 'confirmed').length
  return (
    <LaneSection
      tone="known"
      icon="check-circle"
      title="What we know"
      count={confirmed() > 0 ? String(confirmed()) : undefined}
    >
      <Show
        when={props.facts.length > 0}
        fallback={<LaneEmpty>Nothing confirmed yet. Answer a question, record a check, or add a note.</LaneEmpty>}
      >
        <ul class="grid grid-cols-[minmax(0,1fr)] px-3.5 pb-3">
          <For each={props.facts}>{(fact) => <FactLine fact={fact} />}</For>
        </ul>
      </Show>
    </LaneSection>
  )
}

function FactLine(props: { fact: Fact }) {
  const isConfirmed = () => props.fact.status === 'confirmed'
  return (
    <li class="grid grid-cols-[18px_minmax(0,1fr)_auto] items-start gap-2 py-1.5 text-13px leading-[1.45]">
      <span
        class="grid place-items-center w-4 h-4 mt-0.5 rounded-full border-1.5 border-dashed"
        classList={{
          'border-success text-success': isConfirmed(),
          'border-warning text-warning': !isConfirmed(),
        }}
      >
        <Show when={isConfirmed()}>
          <Icon name="check" size={9} stroke={3} />
        </Show>
      </span>
      <span class="[overflow-wrap:anywhere]">{props.fact.text}</span>
      <span class="pt-0.5 text-xs" classList={{ 'text-faint': isConfirmed(), 'text-warning': !isConfirmed() }}>
        {isConfirmed() ? origins[props.fact.source_type] : 'to confirm'}
      </span>
    </li>
  )
}
