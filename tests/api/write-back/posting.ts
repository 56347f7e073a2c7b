import type { Posted, Posting, Settling } from '../../../api/artifacts/posting-schemas.ts'
import type { Problem } from '../../../api/http/problem.ts'
import type { Answer, Engineer } from '../../harness/http.ts'
import type { Kind, Preview } from '../artifacts/artifacts.ts'

/** A session with what its preview said. */
export type Previewed = { id: string; seen: Preview }

export async function previewOf(who: Engineer, id: string, kind: Kind = 'resolution-note'): Promise<Preview> {
  const { status, body } = await who.post<Preview>(`/ai-sessions/${id}/${kind}/preview`, {})
  if (status !== 200) throw new Error(`The preview answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** What the product answered; the problem's fields are there where it is one. */
export type Outcome = Answer<Posted & Problem>
type Asked = Partial<Posting> & { kind?: Kind; key?: string }

/** Posts what the preview showed, or what the engineer made of it. */
export async function post(who: Engineer, { id, seen }: Previewed, asked: Asked = {}): Promise<Outcome> {
  const { kind = 'resolution-note', key, ...posting } = asked
  const body = { markdown: seen.markdown, fingerprint: seen.fingerprint, ...posting }
  return await who.post(`/ai-sessions/${id}/${kind}/post`, body, key === undefined ? {} : { 'idempotency-key': key })
}

export async function settle(
  who: Engineer,
  { id }: Pick<Previewed, 'id'>,
  action: Settling['action'],
  kind: Kind = 'resolution-note',
  key?: string,
): Promise<Outcome> {
  return await who.post(
    `/ai-sessions/${id}/${kind}/settle`,
    { action },
    key === undefined ? {} : { 'idempotency-key': key },
  )
}
