import { For, Match, Show, Switch } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { Button } from '../kit/Button.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { Markdown } from '../kit/Markdown.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import type { PilotSession } from '../pilot/pilot-session.ts'
import type { ArtifactDraft } from './artifact-draft.ts'
import { artifacts } from './artifacts.ts'
import { DraftChanged } from './DraftChanged.tsx'
import { DraftOrigin } from './DraftOrigin.tsx'
import { DraftSections, headingLook } from './DraftSections.tsx'
import { TextEditor } from './TextEditor.tsx'
import { sectionsOf } from './text-diff.ts'

/** A note or package as it stands: the draft with its citations, or the engineer's text, being read or edited. */
export function NoteBody(props: { pilot: PilotSession; draft: ArtifactDraft; editing: boolean }) {
  const { text, kind } = props.draft
  return (
    <>
      <Show when={props.draft.failure()}>
        {(thrown) => (
          <FailureNote
            title={`${artifacts[kind].title} not written`}
            actions={
              <Button small icon="refresh" onClick={props.draft.again}>
                Try again
              </Button>
            }
          >
            {messageOf(thrown())} Nothing was posted{text.text() === undefined ? '' : ', and what stands here is kept'}.
          </FailureNote>
        )}
      </Show>
      <Show when={text.unseenDraft()}>{(draft) => <DraftChanged text={text} draft={draft()} />}</Show>
      <Switch>
        <Match when={text.text() === undefined && !props.draft.failure()}>
          <For each={artifacts[kind].headings}>
            {(heading) => (
              <div>
                <h3 class={headingLook}>{heading}</h3>
                <Skeleton lines={2} label={`${heading} is on its way…`} class="py-1" />
              </div>
            )}
          </For>
        </Match>
        <Match when={props.editing}>
          <TextEditor kind={kind} text={text} />
        </Match>
        <Match when={text.isOwn() || !props.draft.preview()}>
          <For each={sectionsOf(text.text() ?? '')}>
            {({ heading, body }) => (
              <section aria-label={heading || 'Before the first heading'} class="min-w-0">
                <h3 class={headingLook}>{heading}</h3>
                <Markdown text={body} />
              </section>
            )}
          </For>
        </Match>
        <Match when={props.draft.preview()}>
          {(preview) => <DraftSections pilot={props.pilot} sections={preview().sections} />}
        </Match>
      </Switch>
      <Show when={!text.isOwn() && props.draft.preview()}>{(preview) => <DraftOrigin preview={preview()} />}</Show>
    </>
  )
}
