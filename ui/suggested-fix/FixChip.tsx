import { Match, Switch } from 'solid-js'
import { Chip, type ChipTone } from '../kit/Chip.tsx'
import type { IconName } from '../kit/Icon.tsx'
import { RelativeTime } from '../kit/RelativeTime.tsx'
import type { SuggestedFix } from '../pilot/session-page.ts'

type Settled = Exclude<SuggestedFix['status'], 'proposed' | 'applied'>

const chips: Record<Settled, { words: string; tone: ChipTone; icon?: IconName }> = {
  worked: { words: 'Worked', tone: 'success', icon: 'check' },
  partial: { words: 'Partly worked', tone: 'warning', icon: 'half' },
  failed: { words: 'Did not work', tone: 'danger' },
  awaiting: { words: 'Awaiting verification', tone: 'warning', icon: 'clock' },
  dismissed: { words: 'Dismissed', tone: 'neutral' },
}

/** How far a fix has come, in a word or two. */
export function FixChip(props: { fix: SuggestedFix }) {
  const settled = () => (props.fix.status in chips ? chips[props.fix.status as Settled] : undefined)
  return (
    <Switch>
      <Match when={settled()}>
        {(chip) => (
          <Chip tone={chip().tone} icon={chip().icon}>
            {chip().words}
          </Chip>
        )}
      </Match>
      <Match when={props.fix.status === 'applied'}>
        <Chip>
          <span>
            Applied <RelativeTime time={props.fix.applied_at ?? props.fix.created_at} ago />
          </span>
        </Chip>
      </Match>
      <Match when={props.fix.status === 'proposed' && props.fix.confidence !== null}>
        <Chip tone="warning">{props.fix.confidence}% confident</Chip>
      </Match>
    </Switch>
  )
}
