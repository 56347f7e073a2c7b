import { Show } from 'solid-js'
import type { PilotSession } from '../pilot/pilot-session.ts'
import type { Fixes } from '../suggested-fix/fixes.ts'
import { SuggestedFixCard } from '../suggested-fix/SuggestedFixCard.tsx'
import { createFacts } from '../what-we-know/facts.ts'
import { KeepAsFact } from '../what-we-know/KeepAsFact.tsx'
import { WhatWeKnow } from '../what-we-know/WhatWeKnow.tsx'
import { CheckItem } from './CheckItem.tsx'
import { ForId } from './ForId.tsx'
import { createItemDrafts } from './item-drafts.ts'
import { LaneEmpty, LaneItems, LaneSection } from './LaneSection.tsx'
import { countWords, isShown, type LaneEdit, type LaneItem } from './lane.ts'
import { QuestionItem } from './QuestionItem.tsx'
import { SendAnswers, type Sending } from './SendAnswers.tsx'

type TaskLaneProps = Sending & {
  pilot: PilotSession
  fixes: Fixes
  mayWrite: boolean
  /** Goes on to the resolution note. */
  onResolve: () => void
}

/** The least of the lane, in pixels, in which a fact can be read. */
const LEAST_ROOM = 72

/** The state of the diagnosis: what is known, what is asked, what is to be checked and, pinned below, the fix. */
export function TaskLane(props: TaskLaneProps) {
  const drafts = createItemDrafts(props.pilot.id)
  const lane = () => props.pilot.lane()
  // What is no longer asked stays as long as somebody is typing an answer to it.
  const stays = (item: LaneItem) => isShown(item) || drafts.of(item.id) !== ''
  const questions = () => lane().questions.filter(stays)
  const checks = () => lane().checks.filter(stays)
  const facts = createFacts(props.pilot)
  let scroller: HTMLElement | undefined
  /** What stands over the lane gives way to the fact that it lights up, as far as there is room below. */
  const room = () => {
    const { lit, covered_to } = props.pilot.spotlight
    if (!scroller || lit() === undefined) return undefined
    const { top, bottom } = scroller.getBoundingClientRect()
    const covered = covered_to() - top
    return covered > 0 && covered_to() < bottom - LEAST_ROOM ? `${covered + 12}px` : undefined
  }
  const itemProps = (item_id: string) => ({
    id: item_id,
    get typed() {
      return drafts.of(item_id)
    },
    onType: (text: string) => drafts.type(item_id, text),
    onEdit: (edit: LaneEdit) => facts.promotions.afterEdit(item_id, edit, () => props.pilot.editItem(item_id, edit)),
    get mayWrite() {
      return props.mayWrite
    },
    get keep() {
      return <KeepAsFact item_id={item_id} promotions={facts.promotions} />
    },
  })
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_fit-content(65%)] min-h-0">
      <section
        ref={scroller}
        tabindex="0"
        style={{ 'padding-top': room(), 'scroll-padding-top': room() }}
        aria-label="Facts, questions and checks"
        class="flex flex-col gap-3 min-h-0 px-3 pt-1 pb-3 overflow-y-auto lane:p-4 [scrollbar-width:thin] [scrollbar-color:var(--border-strong)_transparent] -outline-offset-2"
      >
        <WhatWeKnow facts={facts} mayWrite={props.mayWrite} />
        <LaneSection tone="asked" icon="question" title="Questions" count={countWords(questions())}>
          <Show when={questions().length > 0} fallback={<LaneEmpty>No open questions.</LaneEmpty>}>
            <LaneItems>
              <ForId each={questions()}>
                {(question) => <QuestionItem question={question()} {...itemProps(question().id)} />}
              </ForId>
            </LaneItems>
          </Show>
        </LaneSection>
        <LaneSection tone="checks" icon="pulse" title="Diagnostic checks" count={countWords(checks())}>
          <Show when={checks().length > 0} fallback={<LaneEmpty>No checks to run.</LaneEmpty>}>
            <LaneItems>
              <ForId each={checks()}>{(check) => <CheckItem check={check()} {...itemProps(check().id)} />}</ForId>
            </LaneItems>
          </Show>
        </LaneSection>
      </section>
      <div class="grid grid-cols-[minmax(0,1fr)] gap-3 px-3 pb-3 lane:(px-4 pb-4) min-h-0 overflow-y-auto">
        <Show when={props.mayWrite}>
          <SendAnswers {...props} />
        </Show>
        <SuggestedFixCard
          fixes={props.fixes}
          mayWrite={props.mayWrite}
          spotlight={props.pilot.spotlight}
          onResolve={props.onResolve}
        />
      </div>
    </div>
  )
}
