import { ApiProblem, messageOf, type TicketChange } from '../api-problem.ts'
import type { WriteBack } from '../pilot/session-page.ts'
import { type ArtifactKind, artifacts } from './artifacts.ts'
import { type Doing, isLost, type Refused } from './posting-action.ts'
import { type Line, linesOf } from './posting-lines.ts'

/** What the engineer can do next. */
export type Way =
  | 'try_again'
  | 'post_anyway'
  | 'look_again'
  | 'post_mine'
  | 'refresh'
  | 'check_again'
  | 'retry_status'
  | 'keep_local'

/** Where a posting stands: on its way, or stopped, with what happened, what did not, and the ways on. */
export type PostingView = { kind: ArtifactKind; title: string } & (
  | { phase: 'under_way'; lines: Line[] }
  | { phase: 'stopped'; says: string[]; changes: TicketChange[]; ways: Way[] }
)

export type Known = {
  doing: Doing | undefined
  refused: Refused | undefined
  write_back: WriteBack | null
  /** Whether the session has ended. */
  is_over: boolean
  /** How a ticket is called, and where it is. */
  nameOf: (ref: string) => string
  system: string
}

/** What there is to say of a posting; nothing before the first click and after the last step. */
export function postingView({ doing, refused, write_back, is_over, ...names }: Known): PostingView | undefined {
  if (doing?.asking) return asking(doing)
  if (doing) return underWay(doing, write_back, names)
  if (is_over) return undefined
  if (write_back?.is_running) return underWay(undefined, write_back, names)
  if (refused && (!write_back || stopsBefore(refused))) return refusal(refused)
  return write_back ? stopped(write_back, refused, names) : undefined
}

type Names = Pick<Known, 'nameOf' | 'system'>

/** What stops a posting before its next step, whatever was done before. */
const stopsBefore = ({ thrown }: Refused) =>
  thrown instanceof ApiProblem && ['ticket_moved', 'stale_preview', 'invalid'].includes(thrown.code)

function underWay(doing: Doing | undefined, write_back: WriteBack | null, { nameOf }: Names): PostingView {
  const kind = doing?.kind ?? write_back?.kind ?? 'resolution_note'
  const ref = doing ? doing.ticket_ref : write_back?.ticket_ref
  const here = doing?.act === 'keep_local' || ref === undefined
  const title = here
    ? `${artifacts[kind].act === 'Resolve' ? 'Resolving' : 'Escalating'} here only`
    : `${doing?.act === 'check_again' ? 'Checking' : 'Posting to'} ${nameOf(ref)}`
  return { kind, title, phase: 'under_way', lines: here ? [] : linesOf(kind, doing, write_back) }
}

const asking = ({ kind }: Doing): PostingView => ({
  kind,
  title: 'No answer came',
  phase: 'under_way',
  lines: [
    { text: 'It is not known what was done.', state: 'failed' },
    { text: 'Asking FlowPilot what was done…', state: 'now' },
  ],
})

/** Nothing was begun, or nothing goes on before the engineer has said how. */
function refusal({ kind, act, thrown }: Refused): PostingView {
  const { short } = artifacts[kind]
  const at = { kind, phase: 'stopped' as const, changes: [] as TicketChange[] }
  const code = thrown instanceof ApiProblem ? thrown.code : undefined
  if (thrown instanceof ApiProblem && code === 'ticket_moved') {
    const { changes } = thrown
    const says = [`The ${short} was written for the ticket as it was. Nothing was posted.`]
    return { ...at, title: 'The ticket has changed', says, changes, ways: ['post_anyway', 'look_again'] }
  }
  if (code === 'stale_preview') {
    const says = [messageOf(thrown)]
    return { ...at, title: 'The session has changed', says, ways: ['post_mine', 'refresh'] }
  }
  const ways: Way[] = act === 'post' && code !== 'not_found' ? ['try_again'] : []
  if (isLost(thrown)) {
    const says = ['As far as FlowPilot knows nothing is on its way to the ticket.', 'Trying again posts nothing twice.']
    return { ...at, title: 'No answer came', says, ways }
  }
  const said = messageOf(thrown)
  const title = act === 'post' ? `The ${short} was not posted` : 'That was not done'
  const says = [/nothing was posted/i.test(said) ? said : `${said} Nothing was posted.`]
  if (code === 'psa_failed') says.push(`To ${artifacts[kind].act.toLowerCase()} without the ticket, unlink it first.`)
  return { ...at, title, says, ways }
}

/** An attempt that is not over, and that nobody is at. */
function stopped(write_back: WriteBack, refused: Refused | undefined, names: Names): PostingView {
  const { kind, state } = write_back
  const says = [...newsOf(write_back, refused), ...whatStands(write_back, names)]
  const title = titleOf(write_back, names)
  return { kind, title, phase: 'stopped', says, changes: [], ways: waysOn[state](write_back) }
}

const waysOn: Record<WriteBack['state'], (write_back: WriteBack) => Way[]> = {
  failed: () => ['try_again', 'keep_local'],
  pending: () => ['try_again', 'keep_local'],
  unknown: () => ['try_again', 'check_again', 'keep_local'],
  sent: ({ target_status }) => ['check_again', ...(target_status ? (['retry_status'] as const) : []), 'keep_local'],
  confirmed: () => ['check_again', 'keep_local'],
}

/** What the last act learnt, where the attempt itself does not say it. */
function newsOf({ failure }: WriteBack, refused: Refused | undefined): string[] {
  if (!refused) return []
  if (isLost(refused.thrown)) return ['No answer came. This is what is known now.']
  const said = messageOf(refused.thrown)
  return said === failure?.detail ? [] : [said]
}

function titleOf({ kind, state, failure, external_id, actual_status, ticket_ref }: WriteBack, names: Names): string {
  const ticket = names.nameOf(ticket_ref)
  const { short } = artifacts[kind]
  if (failure?.code === 'status_not_verified') return `The ticket is still “${actual_status?.name ?? 'unchanged'}”`
  if (state === 'failed') return `The ${short} was not posted to ${ticket}`
  if (external_id && state === 'pending') return `Only a part of the ${short} is on ${ticket}`
  if (!failure) return `The posting to ${ticket} was interrupted`
  if (state === 'unknown') return `It is not known whether the ${short} is on ${ticket}`
  if (state === 'pending') return `The ${short} was not posted to ${ticket}`
  return `The ${short} is on ${ticket}, but not all is checked`
}

function whatStands(write_back: WriteBack, { system }: Names): string[] {
  const { kind, state, failure, target_status } = write_back
  const { short } = artifacts[kind]
  if (failure?.code === 'status_not_verified') {
    return [
      `The ${short} was posted, but ${system} did not keep the status “${target_status?.name}”. Nothing was posted twice.`,
    ]
  }
  return [...(failure ? [failure.detail] : []), ...besides[state](short, failure?.detail ?? '')]
}

/** What is known behind the failure's own words, and what they leave out. */
const besides: Record<WriteBack['state'], (short: string, said: string) => string[]> = {
  failed: () => ['Nothing is on the ticket, and its status is as it was.'],
  pending: () => ['Trying again goes on where it stopped, and posts nothing twice.'],
  unknown: (_, said) => (/twice/.test(said) ? [] : ['Trying again reads the ticket first, and posts nothing twice.']),
  sent: (short, said) => (said ? [] : [`The ${short} is on the ticket. Its status was not checked.`]),
  confirmed: (short) => [`The ${short} is on the ticket, and was seen there. The session is not closed yet.`],
}

/** The same in words alone, for those who listen. */
export function spokenOf(view: PostingView | undefined): string {
  if (!view) return ''
  const words = view.phase === 'stopped' ? view.says : view.lines.slice(-1).map(({ text }) => text)
  return [view.title, ...words].join('. ')
}
