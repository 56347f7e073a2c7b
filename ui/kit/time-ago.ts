const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A time (RFC 3339) as a distance from `now` (milliseconds): "now", "2 min", "3 h", "1 day", then the date. */
export function timeAgo(time: string, now: number): string {
  const passed = now - Date.parse(time)
  if (passed < MINUTE) return 'now'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min`
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h`
  const days = Math.floor(passed / DAY)
  if (days < 14) return days === 1 ? '1 day' : `${days} days`
  return new Date(time).toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
}

/** The same behind a verb: "just now", "2 min ago", "1 day ago", "on 3 Nov 2025". */
export function timeAgoPhrase(time: string, now: number): string {
  const distance = timeAgo(time, now)
  if (distance === 'now') return 'just now'
  return /(min|h|days?)$/.test(distance) ? `${distance} ago` : `on ${distance}`
}
