/** A fault, and the requests that it strikes. */
export type Fault = Trouble & {
  /** `POST /service/tickets/{id}/notes`: a name in braces is any one part of a path, `*` is anything at all. */
  at: string
  /** The first of these requests that it strikes, counted from when it was set; 1 by itself. */
  nth?: number
  /** How many it strikes from there on; 1 by itself. */
  times?: number | 'always'
}

export type Trouble = Breaking | Twist | { kind: 'slow'; ms: number; committed?: boolean } | Interference

/** Whoever asked learns nothing, or something else than what happened. Of several that strike, the first one counts. */
export type Breaking =
  | { kind: 'drop_before' | 'hang_before' | 'drop_after' | 'hang_after' | 'truncated' }
  | ({ kind: '401' | '404' | '409' | '429' | '500' | '502' | 'not_json' } & InsteadOfAnAnswer)
  | ({ kind: 'redirect'; to: string; status?: 301 | 302 | 303 | 307 | 308 } & InsteadOfAnAnswer)

type InsteadOfAnAnswer = {
  /** Whether what was asked for is done all the same; not by itself. */
  committed?: boolean
  /** For 429: seconds, 1 by itself. */
  retry_after?: number
}

/** It is done, and yet not as it was asked for. */
export type Twist =
  /** A workflow rule moves the ticket back, or to another status of its board: for the next request, or later. */
  | { kind: 'status_undone'; after_ms?: number; to?: string }
  /** The note is stored with so many characters. */
  | { kind: 'note_clamped'; to: number }
  /** The note is stored, and missing from the list for so long. */
  | { kind: 'note_listed_late'; after_ms: number }

/** Somebody else was there: just before the request is looked at, or just after what it asked for is done. */
export type Interference = { when?: 'before' | 'after'; ticket_id?: number } & (
  | { kind: 'company_changed'; company?: string }
  | { kind: 'closed_meanwhile'; status?: string }
  | { kind: 'note_added'; text?: string }
  | { kind: 'ticket_deleted' }
)

/** A fault with how many requests it has been held against. */
export type SetFault = Fault & { seen: number }

/** The troubles that strike this request, in the order in which they were set; it counts for every fault that fits. */
export function strike(faults: SetFault[], method: string, path: string): Trouble[] {
  return faults.filter((fault) => {
    if (!fits(fault.at, method, path)) return false
    fault.seen += 1
    const { seen, nth = 1, times = 1 } = fault
    return seen >= nth && (times === 'always' || seen < nth + times)
  })
}

/** The trouble of this kind that strikes here, if there is one. */
export function troubleOf<Kind extends Trouble['kind']>(troubles: Trouble[], kind: Kind) {
  return troubles.find((trouble): trouble is Extract<Trouble, { kind: Kind }> => trouble.kind === kind)
}

function fits(at: string, method: string, path: string) {
  const anything_for = (part: string) => (part === '*' ? '.*' : '[^/]+')
  const pieces = at.split(/(\*|\{\w+\})/)
  const pattern = pieces.map((piece, index) => (index % 2 === 1 ? anything_for(piece) : escapeRegExp(piece))).join('')
  return new RegExp(`^${pattern}$`).test(`${method} ${path}`)
}

const escapeRegExp = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
