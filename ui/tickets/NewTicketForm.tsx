import { onMount, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { createAttempt } from '../attempt.ts'
import { Button } from '../kit/Button.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { Field } from '../kit/Field.tsx'
import { GrowingText } from '../kit/GrowingText.tsx'
import { inputLook, TextField } from '../kit/TextField.tsx'
import { addTicket, asPicked, type NewTicket, type PickedTicket } from './tickets.ts'

/** Adds a ticket to the built-in board. */
export function NewTicketForm(props: { summary: string; onBack: () => void; onAdded: (ticket: PickedTicket) => void }) {
  const [form, setForm] = createStore({ summary: props.summary, description: '', company: '', contact: '' })
  const { running, attempt, errorAt, errorBeside } = createAttempt()
  let summary: HTMLInputElement | undefined
  onMount(() => summary?.focus())
  // The same words tried again after a lost answer must not make a second ticket; other words must.
  let sent = { ticket: '', key: '' }
  const add = async () => {
    const ticket = withoutBlanks(form)
    const text = JSON.stringify(ticket)
    if (sent.ticket !== text) sent = { ticket: text, key: crypto.randomUUID() }
    props.onAdded(asPicked(await addTicket(ticket, sent.key)))
  }
  return (
    <form
      class="grid gap-3.5"
      onSubmit={(event) => {
        event.preventDefault()
        void attempt(add)
      }}
    >
      <Show when={errorBeside(['summary', 'description', 'company', 'contact'])}>
        {(message) => <FailureNote title="No ticket was added">{message()}</FailureNote>}
      </Show>
      <TextField
        ref={summary}
        label="Summary"
        required
        maxLength={200}
        value={form.summary}
        onInput={(words) => setForm('summary', words)}
        error={errorAt('summary')}
      />
      <div class="grid gap-3.5 sm:grid-cols-2">
        <TextField
          label="Company"
          maxLength={200}
          value={form.company}
          onInput={(words) => setForm('company', words)}
          error={errorAt('company')}
        />
        <TextField
          label="Contact"
          maxLength={200}
          value={form.contact}
          onInput={(words) => setForm('contact', words)}
          error={errorAt('contact')}
        />
      </div>
      <Field label="Description" error={errorAt('description')}>
        {(control) => (
          <GrowingText
            {...control}
            rows={3}
            maxLength={100_000}
            value={form.description}
            onInput={(words) => setForm('description', words)}
            class={`${inputLook} text-13px leading-[1.45]`}
          />
        )}
      </Field>
      <div class="flex flex-wrap justify-end gap-2">
        <Button small variant="ghost" onClick={() => props.onBack()}>
          Back to the search
        </Button>
        <Button type="submit" small variant="primary" loading={running()}>
          Add and link
        </Button>
      </div>
    </form>
  )
}

function withoutBlanks({ summary, ...rest }: NewTicket): NewTicket {
  const said = Object.entries(rest).filter(([, words]) => words?.trim())
  return { summary, ...Object.fromEntries(said) }
}
