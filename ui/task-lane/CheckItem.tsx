import { createSignal, onMount, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { FoldedText } from '../pilot/FoldedText.tsx'
import { revealed } from '../pilot/navigate-to.ts'
import type { Check } from '../pilot/session-page.ts'
import { AnswerField } from './AnswerField.tsx'
import { CheckCommand } from './CheckCommand.tsx'
import { type ItemForm, type ItemProps, LaneItemRow } from './LaneItemRow.tsx'
import { OutputDrop } from './OutputDrop.tsx'

type CheckProps = ItemProps & { check: Check }

/** Something to run or to look at, with the result as the engineer records it. */
export function CheckItem(props: CheckProps) {
  return (
    <LaneItemRow
      {...props}
      ask={props.check.label}
      status={props.check.status}
      edit_label="Edit the result"
      given={props.check.result}
      reply={
        <FoldedText
          text={props.check.result ?? ''}
          lines={4}
          class="font-mono text-12px leading-normal"
          unfold={revealed()?.id === props.check.id}
        />
      }
      form={(form) => <CheckForm {...props} form={form} />}
    />
  )
}

function CheckForm(props: CheckProps & { form: ItemForm }) {
  const [recording, setRecording] = createSignal(props.form.editing || props.typed !== '')
  onMount(() => props.form.editing && props.typed === '' && props.form.onType(props.check.result ?? ''))
  const take = (output: string) => {
    props.form.onType([props.typed, output].filter((part) => part !== '').join('\n'))
    setRecording(true)
  }
  const leave = () => {
    props.form.onType('')
    setRecording(false)
    if (props.form.editing) props.form.settle()
  }
  return (
    <>
      <Show when={props.check.description}>
        <p class="-mt-1.5 text-sm text-secondary [overflow-wrap:anywhere]">{props.check.description}</p>
      </Show>
      <Show when={props.check.command}>
        {(command) => <CheckCommand command={command()} disruptive={props.check.disruptive} />}
      </Show>
      <Show when={props.mayWrite}>
        <OutputDrop onOutput={take}>
          <Show
            when={recording()}
            fallback={
              <div class="flex flex-wrap items-center gap-2">
                <Button small icon="check" onClick={() => setRecording(true)}>
                  Record result
                </Button>
                <Button small variant="ghost" onClick={() => props.form.settle({ status: 'skipped' })}>
                  Skip
                </Button>
              </div>
            }
          >
            <AnswerField
              label={`Result: ${props.check.label}`}
              placeholder="Paste or drop the output, or say what you saw…"
              save_label="Save result"
              value={props.typed}
              onType={props.form.onType}
              onSave={(text) => props.form.settle({ result: text })}
              onCancel={leave}
              mono
              focus
            />
          </Show>
        </OutputDrop>
      </Show>
    </>
  )
}
