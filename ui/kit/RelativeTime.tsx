import { createSignal } from 'solid-js'
import { timeAgo, timeAgoPhrase } from './time-ago.ts'

const [now, setNow] = createSignal(Date.now())
setInterval(() => setNow(Date.now()), 30_000)

/** How long ago a time (RFC 3339) was, kept current; with `ago` as a phrase, "4 min ago". The full date is its tooltip. */
export function RelativeTime(props: { time: string; ago?: boolean; class?: string }) {
  return (
    <time datetime={props.time} title={new Date(props.time).toLocaleString()} class={props.class}>
      {props.ago ? timeAgoPhrase(props.time, now()) : timeAgo(props.time, now())}
    </time>
  )
}
