import type { Kind } from '../../api/artifacts/artifacts.ts'
import type { Fault, Trouble } from '../../harness/connectwise/faults.ts'
import { randomNumbers, shuffled } from './random.ts'
import { type Step, steps } from './steps.ts'

/** What goes wrong in a run, at which request, and how its engineer goes about it. */
export type Plan = {
  /** Counted from 1, in the order in which they are run. */
  number: number
  kind: Kind
  step: Step
  trouble: Trouble & Pick<Fault, 'times'>
  /** The server is killed while this step is under way; then somebody has to go on. */
  killed: 'then by itself' | 'then by a click' | undefined
  /** What goes wrong for whoever goes on after that. */
  again: Pick<Plan, 'step' | 'trouble'> | undefined
  /** How many of the engineers’ tabs click at once. */
  tabs: 1 | 2
  /** The note is so long that it is split. */
  is_long: boolean
}

type Choice = Pick<Plan, 'step' | 'trouble' | 'killed'>

const reads = steps.filter((step) => step !== 'note' && step !== 'status')

/** An answer that is none, or another one than the true one; nothing is done. */
const breaking: Plan['trouble'][] = [
  { kind: 'drop_before' },
  { kind: 'hang_before' },
  { kind: 'drop_after' },
  { kind: 'hang_after' },
  { kind: 'truncated' },
  { kind: '401' },
  { kind: '404' },
  { kind: '409' },
  { kind: '429' },
  { kind: '500' },
  { kind: '502' },
  { kind: 'not_json' },
  { kind: 'redirect', to: '/v4_6_release/apis/3.0/system/info' },
]

/** For reads, which are tried twice: longer than that. */
const lasting: Plan['trouble'][] = [
  { kind: 'drop_before', times: 3 },
  { kind: '429', times: 4 },
  { kind: '500', times: 4 },
  { kind: 'not_json', times: 3 },
]

/** The answer says that it was not done, and it was. */
const lying: Plan['trouble'][] = (['401', '404', '409', '429', '500', '502', 'not_json'] as const).map((kind) => ({
  kind,
  committed: true,
}))

/** In time; after who asked has gone; after he has asked again. */
const slow: Plan['trouble'][] = [
  { kind: 'slow', ms: 3000 },
  { kind: 'slow', ms: 12_000 },
  { kind: 'slow', ms: 25_000 },
  { kind: 'slow', ms: 12_000, committed: true },
]

/** Somebody else is there in this moment. */
const interfering: Plan['trouble'][] = (['before', 'after'] as const).flatMap((when) => [
  { kind: 'company_changed', when },
  { kind: 'closed_meanwhile', when },
  { kind: 'note_added', when },
  { kind: 'ticket_deleted', when },
])

const twists: Record<'note' | 'status', Plan['trouble'][]> = {
  note: [
    { kind: 'note_clamped', to: 60 },
    { kind: 'note_listed_late', after_ms: 2000 },
    { kind: 'note_listed_late', after_ms: 9000 },
  ],
  status: [
    { kind: 'status_undone' },
    { kind: 'status_undone', after_ms: 2000 },
    { kind: 'status_undone', times: 'always' },
  ],
}

const at = (step: Step, troubles: Plan['trouble'][]): Choice[] =>
  troubles.map((trouble) => ({ step, trouble, killed: undefined }))

/** Every fault at every step. */
const faults: Choice[] = [
  ...reads.flatMap((step) => at(step, [...breaking, ...lasting, ...interfering, { kind: 'slow', ms: 2000 }])),
  ...(['note', 'status'] as const).flatMap((step) =>
    at(step, [...breaking, ...lying, ...slow, ...interfering, ...twists[step]]),
  ),
]

/** The server killed at every step, before ConnectWise has done it and after. */
const kills: Choice[] = steps.flatMap(killsAt)

function killsAt(step: Step): Choice[] {
  return (['hang_before', 'hang_after'] as const).flatMap((kind) =>
    (['then by itself', 'then by a click'] as const).map((killed) => ({ step, trouble: { kind }, killed })),
  )
}

/** While it is asked under which path the site answers. */
const asking: Choice[] = [
  ...at('company info', [...breaking, ...lasting, { kind: 'slow', ms: 2000 }]),
  ...killsAt('company info'),
]

/**
 * The plans of a campaign, in waves: every fault at every step and every kill as often as they have room, in an order that
 * mixes them. Where it is asked for the path, all of a wave are asked.
 */
export function planCampaign(runs: number, seed: number, at_once: number): Plan[][] {
  const random = randomNumbers(seed)
  const askings = runs < 200 ? 0 : Math.min(at_once, 2 * asking.length)
  const rounds = Array.from({ length: Math.ceil(runs / faults.length) + 1 }, () =>
    shuffled([...faults, ...kills, ...kills, ...kills], random),
  )
  const usual = rounds.flat().slice(0, runs - askings)
  const others = shuffled([...asking, ...asking], random).slice(0, askings)
  const plans = [...usual, ...others].map((choice, index) => plan(choice, index + 1, random))
  const waves = Array.from({ length: Math.ceil(usual.length / at_once) }, (_, wave) =>
    plans.slice(wave * at_once, Math.min((wave + 1) * at_once, usual.length)),
  )
  return others.length > 0 ? [...waves, plans.slice(usual.length)] : waves
}

/** Each fault once, at a step where it is worst, and each kill that leaves something to do. */
export function planSample(): Plan[] {
  const random = randomNumbers(7)
  const chosen = [
    ...at('note', [...breaking, ...lying, ...slow.slice(0, 2), ...twists.note]),
    ...at('status', [{ kind: 'drop_after' }, { kind: '409' }, ...twists.status]),
    ...at('ticket', [{ kind: '500', times: 4 }, ...interfering.slice(0, 4)]),
    ...kills.filter(
      ({ step, killed }) => !['ticket', 'notes', 'statuses'].includes(step) && killed === 'then by itself',
    ),
  ]
  return shuffled(chosen, random).map((choice, index) => plan(choice, index + 1, random))
}

/** A restarted server asks all over again: any one of its requests may go wrong, too. */
const once_more: Pick<Plan, 'step' | 'trouble'>[] = [
  ...at('note', [{ kind: 'drop_after' }, { kind: '429' }, { kind: '500', committed: true }, { kind: 'hang_after' }]),
  ...at('status', [{ kind: 'drop_before' }, { kind: '409' }, { kind: 'status_undone' }]),
  ...at('ticket', [
    { kind: '500', times: 2 },
    { kind: 'slow', ms: 2000 },
  ]),
  ...at('notes', [{ kind: '429' }, { kind: 'not_json' }]),
]

function plan(choice: Choice, number: number, random: () => number): Plan {
  const is_write = choice.step === 'note' || choice.step === 'status'
  return {
    ...choice,
    number,
    again: choice.killed && random() < 0.5 ? once_more[Math.floor(random() * once_more.length)] : undefined,
    kind: random() < 0.5 ? 'resolution-note' : 'escalation-package',
    // Two tabs at once ask twice before one of them posts: for the other steps it would be another request that goes wrong.
    tabs: is_write && random() < 0.3 ? 2 : 1,
    is_long: is_write && random() < 0.15,
  }
}
