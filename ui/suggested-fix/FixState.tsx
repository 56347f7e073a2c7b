import { Match, Show, Switch } from 'solid-js'
import { Button } from '../kit/Button.tsx'
import type { SuggestedFix } from '../pilot/session-page.ts'
import type { Fixes } from './fixes.ts'
import { factNumbers, waitingFor } from './outcomes.ts'

export type FixProps = {
  fix: SuggestedFix
  fixes: Fixes
  mayWrite: boolean
  /** Opens the script of this fix. */
  onRead: (fix: SuggestedFix) => void
  /** An act was done, and the button for it is gone. */
  onActed: () => void
  /** Goes on to the resolution note. */
  onResolve: () => void
}

const KEPT = 'Kept under “What we’ve tried” in the escalation package'

/** What is worth saying of a fix in the state that it is in. */
export function FixWords(props: { fix: SuggestedFix }) {
  const words = 'text-13px leading-normal whitespace-pre-line [overflow-wrap:anywhere]'
  const note = () => props.fix.outcome_note
  return (
    <Switch>
      <Match when={props.fix.status === 'proposed'}>
        <p class={words}>{props.fix.description}</p>
        {/* The chip above says the number; this only shows it. */}
        <div class="h-1 rounded-4px bg-elevated overflow-hidden" aria-hidden="true">
          <div class="h-full bg-warning" style={{ width: `${props.fix.confidence ?? 0}%` }} />
        </div>
        <Show when={props.fix.facts.length > 0}>
          <p class="text-12px text-secondary">Rests on {factNumbers(props.fix.facts)}</p>
        </Show>
      </Match>
      <Match when={props.fix.status === 'awaiting'}>
        <p class={words}>{waitingFor(note())}</p>
      </Match>
      <Match when={props.fix.status === 'failed' || props.fix.status === 'partial'}>
        <Show when={note()}>
          <p class={words}>{note()}</p>
        </Show>
        <p class="text-12px text-secondary">{KEPT}</p>
      </Match>
    </Switch>
  )
}

/** What the engineer can do about a fix that nobody judges at the moment. */
export function FixActs(props: FixProps & { onChange: () => void }) {
  const { fixes } = props
  const isIn = (...states: SuggestedFix['status'][]) => states.includes(props.fix.status)
  const actBy = (act: (fix: SuggestedFix) => Promise<unknown>) => {
    void act({ ...props.fix })
    props.onActed()
  }
  const readScript = () => props.onRead({ ...props.fix })
  return (
    <div class="flex flex-wrap items-center gap-2 empty:hidden">
      <Show when={isIn('proposed')}>
        <Show
          when={props.fix.script}
          fallback={
            <Show when={props.mayWrite}>
              <Button variant="fix" small icon="check" onClick={() => actBy(fixes.did)}>
                I did this
              </Button>
            </Show>
          }
        >
          <Button variant="fix" small icon="terminal" onClick={readScript}>
            Open script
          </Button>
        </Show>
        <Show when={props.mayWrite}>
          <Button variant="ghost" small onClick={() => actBy(fixes.dismiss)}>
            Dismiss
          </Button>
        </Show>
      </Show>
      <Show when={props.mayWrite && isIn('worked')}>
        <Button variant="resolve" small icon="check" onClick={() => props.onResolve()}>
          Resolve
        </Button>
      </Show>
      <Show when={props.mayWrite && isIn('awaiting')}>
        <Button small onClick={() => props.onChange()}>
          Record outcome
        </Button>
      </Show>
      <Show when={props.mayWrite && isIn('worked', 'partial', 'failed')}>
        <Button small variant="ghost" class={isIn('worked') ? '' : '-ml-2.5'} onClick={() => props.onChange()}>
          Change outcome
        </Button>
      </Show>
      <Show when={!isIn('proposed') && props.fix.script}>
        <Button
          small
          variant="ghost"
          icon="terminal"
          class={isIn('applied') ? '-ml-2.5 -mb-1' : ''}
          onClick={readScript}
        >
          Script
        </Button>
      </Show>
    </div>
  )
}
