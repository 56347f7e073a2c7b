import { createSignal, Show } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import { Chip, type ChipTone } from '../kit/Chip.tsx'
import { CopyButton } from '../kit/CopyButton.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import type { SuggestedFix } from '../pilot/session-page.ts'
import { LaneEmpty, LaneSection } from '../task-lane/LaneSection.tsx'

const states: Record<Exclude<SuggestedFix['status'], 'proposed'>, { words: string; tone: ChipTone }> = {
  applied: { words: 'Applied', tone: 'neutral' },
  worked: { words: 'Worked', tone: 'success' },
  partial: { words: 'Partly worked', tone: 'warning' },
  failed: { words: 'Did not work', tone: 'danger' },
  awaiting: { words: 'Awaiting verification', tone: 'warning' },
  dismissed: { words: 'Dismissed', tone: 'neutral' },
}

/** The one fix that is suggested, with how sure it is and what it rests on. */
export function SuggestedFixCard(props: { fix: SuggestedFix | null }) {
  return (
    <LaneSection
      tone="fix"
      icon="bulb"
      title="Suggested fix"
      aside={<Show when={props.fix}>{(fix) => <FixChip fix={fix()} />}</Show>}
    >
      <Show
        when={props.fix}
        fallback={<LaneEmpty>No fix yet. FlowPilot proposes one when the facts support it.</LaneEmpty>}
      >
        {(fix) => <FixBody fix={fix()} />}
      </Show>
    </LaneSection>
  )
}

function FixChip(props: { fix: SuggestedFix }) {
  const chip = () =>
    props.fix.status === 'proposed'
      ? { words: `${props.fix.confidence}% confident`, tone: 'warning' as const }
      : states[props.fix.status]
  return <Chip tone={chip().tone}>{chip().words}</Chip>
}

function FixBody(props: { fix: SuggestedFix }) {
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-2.5 px-3.5 pb-3.5">
      <h3 class="text-15px [overflow-wrap:anywhere]">{props.fix.title}</h3>
      <p class="text-13px leading-normal whitespace-pre-line [overflow-wrap:anywhere]">{props.fix.description}</p>
      {/* The chip above says the number; this only shows it. */}
      <div class="h-1 rounded-4px bg-elevated overflow-hidden" aria-hidden="true">
        <div class="h-full bg-warning" style={{ width: `${props.fix.confidence}%` }} />
      </div>
      <Show when={props.fix.facts.length > 0}>
        <p class="text-12px text-secondary">Rests on {factNumbers(props.fix.facts)}</p>
      </Show>
      <Show when={props.fix.script}>{(script) => <FixScript title={props.fix.title} script={script()} />}</Show>
    </div>
  )
}

const numbers = new Intl.ListFormat('en-GB')

/** "fact 1", "facts 1, 3 and 4". */
const factNumbers = (ordinals: number[]) =>
  `${ordinals.length === 1 ? 'fact' : 'facts'} ${numbers.format(ordinals.map(String))}`

function FixScript(props: { title: string; script: NonNullable<SuggestedFix['script']> }) {
  const [open, setOpen] = createSignal(false)
  return (
    <div>
      <Button variant="fix" small icon="terminal" onClick={() => setOpen(true)}>
        Open script
      </Button>
      <Dialog
        open={open()}
        onOpenChange={setOpen}
        title={props.title}
        icon="terminal"
        beside={<Chip mono>{props.script.language}</Chip>}
        width={760}
        about="Nothing runs by itself. Read it, then run it where it belongs."
        actions={<CopyButton text={props.script.body}>Copy script</CopyButton>}
      >
        <pre
          tabindex="0"
          class="p-3.5 rounded-md border border-line bg-inset text-code-text leading-[1.65] overflow-auto"
        >
          <code>{props.script.body}</code>
        </pre>
      </Dialog>
    </div>
  )
}
