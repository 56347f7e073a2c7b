import { createEffect, createSignal, on, onMount, Show } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { useMe } from '../shell/me.tsx'
import { Page } from '../shell/Page.tsx'
import { createWideWindow } from '../shell/wide-window.ts'
import { createFixes } from '../suggested-fix/fixes.ts'
import { TaskLane } from '../task-lane/TaskLane.tsx'
import { TicketChips } from '../tickets/TicketChips.tsx'
import { TicketDialogs } from '../tickets/TicketDialogs.tsx'
import { createTicketLink } from '../tickets/ticket-link.ts'
import { PostingBanner } from '../wrap-up/PostingBanner.tsx'
import { WrapUpDialog } from '../wrap-up/WrapUpDialog.tsx'
import { createWrapUp } from '../wrap-up/wrap-up.ts'
import { ClosedComposer } from './ClosedComposer.tsx'
import { Composer } from './Composer.tsx'
import { Conversation } from './Conversation.tsx'
import { createDraft } from './draft.ts'
import { takeFirstMessage } from './first-message.ts'
import { LanePlace } from './LanePlace.tsx'
import { createPilotSession } from './pilot-session.ts'
import { SessionActions, SessionTools } from './SessionActions.tsx'
import type { SessionPage } from './session-page.ts'

/** A session at work: the conversation at the left, the task lane at the right or, in a narrow window, in a drawer. */
export function SessionView(props: { page: SessionPage }) {
  const pilot = createPilotSession(props.page)
  const ticketLink = createTicketLink(pilot)
  const fixes = createFixes(pilot)
  const wrapUp = createWrapUp(pilot, fixes)
  const lastSaid = () => pilot.state.messages.findLast(({ role }) => role === 'user')?.content ?? ''
  const draft = createDraft(pilot.id, lastSaid())
  createEffect(on(lastSaid, draft.wasSaid, { defer: true }))
  const [notice, setNotice] = createSignal<string>()
  const me = useMe()
  const wide = createWideWindow()
  const isEngineer = () => me().role !== 'viewer'
  const mayWrite = () => isEngineer() && !['resolved', 'escalated'].includes(pilot.session().status)

  /** Sends the composer's text, the answers of these items, or both. True when it is saved; else the text is back. */
  async function say(item_ids: string[], withText: boolean): Promise<boolean> {
    const content = withText ? draft.take() : ''
    setNotice(undefined)
    try {
      await pilot.say(item_ids.length > 0 ? { content: content || undefined, item_ids } : { content })
      if (withText) draft.saved()
      return true
    } catch (thrown) {
      if (withText) draft.giveBack()
      setNotice(`Not sent. ${messageOf(thrown)}`)
      return false
    }
  }

  onMount(() => {
    const first = takeFirstMessage(pilot.id)
    if (!first || pilot.state.messages.length > 0) return
    draft.type(first)
    void say([], true)
  })

  // Made once, so that a window that changes its width moves the lane and keeps what is typed in it.
  const lane = (
    <TaskLane
      pilot={pilot}
      fixes={fixes}
      mayWrite={mayWrite()}
      draft={draft.text().trim()}
      onSend={say}
      onResolve={() => wrapUp.open('resolution_note')}
    />
  )

  return (
    <Page
      title={pilot.session().title}
      beside={
        <>
          <TicketChips link={ticketLink} mayWrite={mayWrite()} />
          <SessionTools pilot={pilot} isEngineer={isEngineer()} mayWrite={mayWrite()} />
        </>
      }
      actions={
        <SessionActions
          pilot={pilot}
          wrapUp={wrapUp}
          ticketLink={ticketLink}
          isEngineer={isEngineer()}
          mayWrite={mayWrite()}
          wide={wide()}
        />
      }
    >
      <TicketDialogs link={ticketLink} mayWrite={mayWrite()} />
      <WrapUpDialog pilot={pilot} wrapUp={wrapUp} />
      <div class="grid grid-cols-[minmax(0,1fr)] min-h-0 pb-12 lane:(grid-cols-[minmax(0,1fr)_var(--lane-width)] pb-0)">
        <section
          aria-label="FlowPilot"
          class="grid grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] min-h-0"
        >
          <PostingBanner wrapUp={wrapUp} mayWrite={mayWrite()} />
          <Conversation pilot={pilot} mayWrite={mayWrite()} />
          <div class="px-4 pb-5 md:px-6">
            <Show
              when={mayWrite()}
              fallback={<ClosedComposer pilot={pilot} viewer={!isEngineer()} nameOf={wrapUp.nameOf} />}
            >
              <Composer
                text={draft.text()}
                onType={draft.type}
                onSend={() => void say([], true)}
                busy={pilot.busy()}
                onStop={pilot.state.turn ? pilot.stop : undefined}
                notice={notice()}
              />
            </Show>
          </div>
        </section>
        <LanePlace wide={wide()} pilot={pilot}>
          {lane}
        </LanePlace>
      </div>
    </Page>
  )
}
