import { onMount } from 'solid-js'
import { GrowingText } from '../kit/GrowingText.tsx'
import { inputLook } from '../kit/TextField.tsx'
import { type ArtifactKind, artifacts } from './artifacts.ts'
import type { EditableDraft } from './editable-draft.ts'
import { TextVersions } from './TextVersions.tsx'

/** The text as Markdown, in the engineer's hands. */
export function TextEditor(props: { kind: ArtifactKind; text: EditableDraft }) {
  let field: HTMLTextAreaElement | undefined
  onMount(() => field?.focus())
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <GrowingText
        ref={(element: HTMLTextAreaElement) => {
          field = element
        }}
        aria-label={`Text of ${artifacts[props.kind].name}, in Markdown`}
        value={props.text.text() ?? ''}
        onInput={props.text.type}
        rows={10}
        max_height={420}
        class={`${inputLook} text-13.5px leading-normal`}
      />
      <TextVersions text={props.text} />
    </div>
  )
}
