import { createSignal, For, onMount, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { ChoiceChip } from '../kit/ChoiceChip.tsx'
import type { Question } from '../pilot/session-page.ts'
import { AnswerField } from './AnswerField.tsx'
import { type ItemForm, type ItemProps, LaneItemRow } from './LaneItemRow.tsx'

type QuestionProps = ItemProps & { question: Question }

/** A question to the engineer, answered by a press or in his own words. */
export function QuestionItem(props: QuestionProps) {
  return (
    <LaneItemRow
      {...props}
      ask={props.question.text}
      status={props.question.status}
      edit_label="Edit the answer"
      given={props.question.answer}
      reply={<p class="font-medium whitespace-pre-wrap [overflow-wrap:anywhere]">{props.question.answer}</p>}
      form={(form) => <QuestionForm {...props} form={form} />}
    />
  )
}

function QuestionForm(props: QuestionProps & { form: ItemForm }) {
  const options = () => props.question.options
  const answered = props.form.editing ? (props.question.answer ?? '') : ''
  const inOwnWords = answered !== '' && !options().includes(answered)
  const [inWords, setInWords] = createSignal(inOwnWords || props.typed !== '')
  onMount(() => inOwnWords && props.typed === '' && props.form.onType(answered))
  const skip = () => (
    <Show when={!props.form.editing}>
      <Button small variant="ghost" class="!h-6.5 !px-2" onClick={() => props.form.settle({ status: 'skipped' })}>
        Skip
      </Button>
    </Show>
  )
  return (
    <>
      <Show when={props.question.context}>
        <p class="-mt-1.5 text-sm text-secondary [overflow-wrap:anywhere]">{props.question.context}</p>
      </Show>
      <Show when={props.mayWrite}>
        <Show when={options().length > 0}>
          <div class="flex flex-wrap items-center gap-1.5">
            <For each={options()}>
              {(option) => (
                <ChoiceChip
                  pressed={props.form.editing ? option === answered : undefined}
                  onClick={() => props.form.settle({ answer: option })}
                >
                  {option}
                </ChoiceChip>
              )}
            </For>
            <Show when={!inWords()}>
              <span class="flex">
                <Button small variant="ghost" class="!h-6.5 !px-2" onClick={() => setInWords(true)}>
                  In words…
                </Button>
                {skip()}
              </span>
            </Show>
          </div>
        </Show>
        <Show when={inWords() || options().length === 0}>
          <AnswerField
            label={`Answer: ${props.question.text}`}
            placeholder="Answer in your words…"
            save_label="Answer"
            value={props.typed}
            onType={props.form.onType}
            onSave={(text) => props.form.settle({ answer: text })}
            onCancel={props.form.editing ? () => props.form.settle() : undefined}
            focus={props.form.editing || inWords()}
          >
            {skip()}
          </AnswerField>
        </Show>
      </Show>
    </>
  )
}
