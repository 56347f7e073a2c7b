import { FIX, nameOf } from '../pilot/citation-highlight.ts'
import type { PilotSession } from '../pilot/pilot-session.ts'

/** Names the fact or the fix that a sentence rests on, lights it up while it is pointed at, and keeps it lit when pressed. */
export function CiteChip(props: { pilot: PilotSession; name: string }) {
  const { spotlight, state } = props.pilot
  const said = () =>
    props.name === FIX ? state.suggested_fix?.title : state.facts.find((fact) => nameOf(fact) === props.name)?.text
  const label = () => [props.name === FIX ? 'Suggested fix' : props.name, said()].filter(Boolean).join(': ')
  const isKept = () => spotlight.kept() === props.name
  const letGo = () => spotlight.point(undefined)
  return (
    <button
      type="button"
      aria-label={label()}
      title={label()}
      aria-pressed={isKept()}
      onPointerEnter={() => spotlight.point(props.name)}
      onPointerLeave={letGo}
      onFocus={() => spotlight.point(props.name)}
      onBlur={letGo}
      onClick={() => spotlight.keep(isKept() ? undefined : props.name)}
      class="ml-1 px-1 py-0.5 rounded-4px align-[1px] font-mono text-10.5px leading-none font-medium"
      classList={{
        'text-warning bg-warning-dim': props.name === FIX,
        'text-success bg-success-dim': props.name !== FIX,
        'outline outline-1 outline-current': spotlight.lit() === props.name,
      }}
    >
      {props.name}
    </button>
  )
}
