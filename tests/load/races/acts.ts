import fc from 'fast-check'
import type { Preview } from '../../api/artifacts/artifacts.ts'
import type { Person } from '../../api/people.ts'

/** What engineers do to one session at the same moment. */
export type Act =
  | { type: 'resolve' | 'escalate'; words: 'A' | 'B'; accept_stale: boolean; key: boolean }
  | { type: 'reopen' | 'abandon' | 'own_fix' | 'fact' | 'send' }
  | { type: 'decide'; decision: 'one_off' | 'draft_template' | 'dismissed' }
  | { type: 'judge'; outcome: 'worked' | 'failed' }

const closing = fc.record({
  type: fc.constantFrom('resolve' as const, 'escalate' as const),
  words: fc.constantFrom('A' as const, 'B' as const),
  accept_stale: fc.boolean(),
  key: fc.boolean(),
})
const other = fc.oneof(
  fc.record({ type: fc.constantFrom('reopen' as const, 'abandon' as const, 'own_fix' as const, 'fact' as const) }),
  fc.record({
    type: fc.constant('decide' as const),
    decision: fc.constantFrom('one_off' as const, 'draft_template' as const, 'dismissed' as const),
  }),
  fc.record({ type: fc.constant('judge' as const), outcome: fc.constantFrom('worked' as const, 'failed' as const) }),
)

/** Two to six acts, most of them about the end of the session; at most one message among them. */
export const someActs: fc.Arbitrary<Act[]> = fc
  .tuple(
    fc.array(closing, { minLength: 1, maxLength: 3 }),
    fc.array(other, { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([closings, others, sends]) => [...closings, ...others, ...(sends ? [{ type: 'send' as const }] : [])])

export const nameOf = (act: Act): string => Object.values(act).join(' ')

export type Place = { id: string; fix_id: string; seen: Record<'resolve' | 'escalate', Preview> }

/** `ok`, or the code of the refusal. */
export async function take(person: Person, { id, fix_id, seen }: Place, act: Act): Promise<string> {
  const path = `/ai-sessions/${id}`
  const fix_path = `${path}/suggested-fixes/${fix_id}`
  switch (act.type) {
    case 'resolve':
    case 'escalate': {
      const { fingerprint } = seen[act.type]
      const body = { markdown: textOf(act.words), fingerprint, accept_stale: act.accept_stale }
      const headers: Record<string, string> = act.key ? { 'idempotency-key': nameOf(act) } : {}
      const kind = act.type === 'resolve' ? 'resolution-note' : 'escalation-package'
      return told(await person.post(`${path}/${kind}/post`, body, headers))
    }
    case 'reopen':
      return told(await person.patch(path, { status: 'active' }))
    case 'abandon':
      return told(await person.patch(path, { status: 'abandoned' }))
    case 'own_fix':
      return told(await person.post(`${path}/suggested-fixes`, { title: 'By hand' }))
    case 'fact':
      return told(await person.post(`${path}/facts`, { text: 'It was seen once more' }))
    case 'decide':
      return told(await person.post(`${fix_path}/decision`, { decision: act.decision }))
    case 'judge':
      return told(await person.post(`${fix_path}/outcome`, { outcome: act.outcome }))
    case 'send':
      return told(await person.post(`${path}/messages`, { content: `What now? (${id})` }))
  }
}

export const textOf = (words: string) => `## Problem\n\nThe words of ${words}.\n`

function told({ status, body }: { status: number; body: unknown }): string {
  if (status === 200 || status === 201) return 'ok'
  return status === 409 ? (body as { code: string }).code : `${status} ${JSON.stringify(body)}`
}
