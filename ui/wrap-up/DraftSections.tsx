import { For, Show } from 'solid-js'
import type { PilotSession } from '../pilot/pilot-session.ts'
import type { ArtifactLine, ArtifactSection } from './artifact-calls.ts'
import { isProse } from './artifacts.ts'
import { CiteChip } from './CiteChip.tsx'

export const headingLook =
  'mb-3px font-body text-11px leading-[1.4] font-semibold tracking-[.06em] uppercase text-secondary'

/** A draft as it will be read, with what each sentence rests on behind it. */
export function DraftSections(props: { pilot: PilotSession; sections: ArtifactSection[] }) {
  return (
    <For each={props.sections}>
      {({ heading, lines }) => (
        <section aria-label={heading} class="min-w-0">
          <h3 class={headingLook}>{heading}</h3>
          <Show when={!isEmpty(lines)} fallback={<p class="text-faint">{lines[0]?.text}</p>}>
            <Show
              when={isProse(heading)}
              fallback={
                <ul class="grid grid-cols-[minmax(0,1fr)] gap-0.5 pl-18px list-disc">
                  <For each={lines}>
                    {(line) => (
                      <li>
                        <Line pilot={props.pilot} line={line} />
                      </li>
                    )}
                  </For>
                </ul>
              }
            >
              <p>
                <For each={lines}>
                  {(line, at) => (
                    <>
                      {at() > 0 ? ' ' : ''}
                      <Line pilot={props.pilot} line={line} />
                    </>
                  )}
                </For>
              </p>
            </Show>
          </Show>
        </section>
      )}
    </For>
  )
}

/** A section for which nothing is established says so, and cites nothing. */
const isEmpty = (lines: ArtifactLine[]) =>
  lines.length === 0 || (lines.length === 1 && lines[0]?.cites.length === 0 && lines[0].text === 'Not established.')

/** Behind an empty line a line holds the script that belongs to it. */
function Line(props: { pilot: PilotSession; line: ArtifactLine }) {
  const end = () => {
    const at = props.line.text.indexOf('\n\n')
    return at === -1 ? props.line.text.length : at
  }
  return (
    <>
      {props.line.text.slice(0, end())}
      <For each={props.line.cites}>{(name) => <CiteChip pilot={props.pilot} name={name} />}</For>
      <Show when={props.line.text.slice(end()).trim()}>
        {(script) => (
          <pre
            tabindex="0"
            class="my-1 max-h-48 px-2.5 py-2 rounded-md border border-line bg-inset text-code-text leading-[1.5] overflow-auto"
          >
            <code>{script()}</code>
          </pre>
        )}
      </Show>
    </>
  )
}
