import { Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { FactWords } from './FactWords.tsx'
import type { Facts } from './facts.ts'

/** Opens the field for a note of the engineer's own. */
export function AddNoteButton(props: { facts: Facts; ref: (button: HTMLButtonElement) => void }) {
  const press = () => {
    const { note } = props.facts
    if (!note.open()) note.begin()
    // What is typed is given up with Cancel alone.
    else if (note.text() === '') note.leave()
  }
  return (
    <Button
      ref={props.ref}
      small
      variant="ghost"
      icon="plus"
      class="-my-1 -mr-1.5"
      aria-expanded={props.facts.note.open()}
      onClick={press}
    >
      Add note
    </Button>
  )
}

/** The field for a note; `onClose` is where the focus goes back. */
export function NoteField(props: { facts: Facts; onClose: () => void }) {
  // A note that was kept by the browser is there again without taking the focus from the composer.
  const was_open = props.facts.note.open()
  return (
    <Show when={props.facts.note.open()}>
      <div class="px-3.5 pb-3">
        <FactWords
          label="Note"
          placeholder="What do you know? One sentence is best."
          value={props.facts.note.text()}
          onType={props.facts.note.type}
          save_label="Add note"
          onSave={() => {
            void props.facts.addNote()
            props.onClose()
          }}
          cancel_label="Cancel"
          onCancel={() => {
            props.facts.note.leave()
            props.onClose()
          }}
          focus={!was_open}
        />
      </div>
    </Show>
  )
}
