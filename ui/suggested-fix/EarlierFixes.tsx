import { createResource, createSignal, For, Match, Show, Switch } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { Button } from '../kit/Button.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import type { SuggestedFix } from '../pilot/session-page.ts'
import { FixChip } from './FixChip.tsx'
import type { Fixes } from './fixes.ts'
import { OutcomeChoice } from './OutcomeChoice.tsx'
import { isOpen, waitingFor } from './outcomes.ts'

/** The fixes that were suggested before: replaced, dismissed or judged. One that was run can still be judged. */
export function EarlierFixes(props: { fixes: Fixes; mayWrite: boolean }) {
  const [open, setOpen] = createSignal(false)
  const ids = () => props.fixes.earlier()
  const [all, { refetch }] = createResource(
    () => open() && ids().join(),
    () => props.fixes.readAll(),
  )
  const earlier = () => (all.latest ?? []).filter(({ id }) => id !== props.fixes.active()?.id)
  return (
    <Show when={ids().length > 0}>
      <div class="grid grid-cols-[minmax(0,1fr)] px-3.5 py-1.5 border-t border-line">
        <Button
          small
          variant="ghost"
          class="justify-self-start -ml-2.5"
          aria-expanded={open()}
          onClick={() => setOpen(!open())}
        >
          <Icon name="chevron-down" size={14} class={open() ? 'rotate-180' : ''} />
          {ids().length === 1 ? '1 earlier fix' : `${ids().length} earlier fixes`}
        </Button>
        <Show when={open()}>
          <Switch>
            <Match when={all.state === 'errored' && all.error}>
              {(thrown) => (
                <p role="alert" class="flex flex-wrap items-center gap-2 pb-1 text-sm text-danger">
                  They did not load. {messageOf(thrown())}
                  <Button small icon="refresh" onClick={() => void refetch()}>
                    Try again
                  </Button>
                </p>
              )}
            </Match>
            <Match when={all.state === 'pending' || all.state === 'unresolved'}>
              <Skeleton lines={2} class="py-1" label="The earlier fixes are on their way…" />
            </Match>
            <Match when={true}>
              <ul class="grid grid-cols-[minmax(0,1fr)] [&>li+li]:border-t">
                <For each={earlier()}>
                  {(fix) => (
                    <EarlierFix
                      fix={fix}
                      onJudge={
                        props.mayWrite && isOpen(fix)
                          ? async (judgement) => {
                              await props.fixes.judge(fix, judgement)
                              await refetch()
                            }
                          : undefined
                      }
                    />
                  )}
                </For>
              </ul>
            </Match>
          </Switch>
        </Show>
      </div>
    </Show>
  )
}

function EarlierFix(props: { fix: SuggestedFix; onJudge?: (judgement: Parameters<Fixes['judge']>[1]) => void }) {
  const said = () => (props.fix.status === 'awaiting' ? waitingFor(props.fix.outcome_note) : props.fix.outcome_note)
  return (
    <li class="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 gap-y-1.5 py-2 text-13px">
      <p class="min-w-0 leading-[1.45] [overflow-wrap:anywhere]">
        {props.fix.title}
        <Show when={said()}>
          <span class="block text-sm text-secondary">{said()}</span>
        </Show>
      </p>
      <Show when={props.fix.status !== 'proposed'} fallback={<span class="text-xs text-faint">replaced</span>}>
        <FixChip fix={props.fix} />
      </Show>
      <Show when={props.onJudge}>
        {(judge) => (
          <div class="col-span-2">
            <OutcomeChoice onJudge={judge()} />
          </div>
        )}
      </Show>
    </li>
  )
}
