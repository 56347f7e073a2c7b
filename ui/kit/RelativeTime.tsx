import { createSignal } from 'solid-js'
import { timeAgo } from './time-ago.ts'

const [now, setNow] = createSignal(Date.now())
setInterval(() => setNow(Date.now()), 30_000)

/** How long ago a time (RFC 3339) was, kept current; the full date is its tooltip. */
export function RelativeTime(props: { time: string; suffix?: string; class?: string }) {
  return (
    <time datetime={props.time} title={new Date(props.time).toLocaleString()} class={props.class}>
      {timeAgo(props.time, now())}
      {props.suffix}
    </time>
  )
}
