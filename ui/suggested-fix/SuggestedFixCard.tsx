import { createSignal, Show } from 'solid-js'
import { type CitationHighlight, FIX } from '../pilot/citation-highlight.ts'
import type { SuggestedFix } from '../pilot/session-page.ts'
import { LaneEmpty, LaneSection, type LaneTone } from '../task-lane/LaneSection.tsx'
import { EarlierFixes } from './EarlierFixes.tsx'
import { FixBody } from './FixBody.tsx'
import { FixChip } from './FixChip.tsx'
import { FixScript } from './FixScript.tsx'
import type { Fixes } from './fixes.ts'

const tones: Partial<Record<SuggestedFix['status'], LaneTone>> = { worked: 'worked', failed: 'failed' }

/** The one fix that is suggested, from its proposal to its outcome, and those that were suggested before. */
export function SuggestedFixCard(props: {
  fixes: Fixes
  mayWrite: boolean
  spotlight: CitationHighlight
  onResolve: () => void
}) {
  const fix = () => props.fixes.active()
  const [read, setRead] = createSignal<SuggestedFix>()
  let card: HTMLDivElement | undefined
  // An act takes its button away; whoever pressed it stays where he was.
  const stayHere = () => setTimeout(() => document.activeElement === document.body && card?.focus())
  const tone = () => tones[fix()?.status ?? 'proposed'] ?? 'fix'
  return (
    <div
      ref={card}
      tabindex="-1"
      class="min-w-0 rounded-lg"
      classList={{ 'outline outline-2 outline-offset-2 outline-warning': props.spotlight.isLit(FIX) }}
    >
      <LaneSection
        tone={tone()}
        icon="bulb"
        title="Suggested fix"
        aside={<Show when={fix()}>{(shown) => <FixChip fix={shown()} />}</Show>}
      >
        <Show
          when={fix()?.id}
          keyed
          fallback={<LaneEmpty>No fix yet. FlowPilot proposes one when the facts support it.</LaneEmpty>}
        >
          <Show when={fix()}>
            {(shown) => (
              <FixBody
                fix={shown()}
                fixes={props.fixes}
                mayWrite={props.mayWrite}
                onRead={setRead}
                onActed={stayHere}
                onResolve={() => props.onResolve()}
              />
            )}
          </Show>
        </Show>
        <EarlierFixes fixes={props.fixes} mayWrite={props.mayWrite} />
      </LaneSection>
      <FixScript fix={read()} fixes={props.fixes} mayWrite={props.mayWrite} onRead={setRead} onActed={stayHere} />
    </div>
  )
}
