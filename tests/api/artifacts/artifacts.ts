import type * as z from 'zod'
import type { previewSchema } from '../../../api/artifacts/schemas.ts'
import type { Answer, Engineer } from '../../harness/http.ts'
import { block } from '../chat/turns.ts'
import type { Product } from '../product.ts'
import { openSession, readPage } from '../sessions.ts'

export type Preview = z.infer<typeof previewSchema>
export type Kind = 'resolution-note' | 'escalation-package'
type Sentence = { text: string; cites: string[] }

export const preview = (engineer: Engineer, session_id: string, kind: Kind = 'resolution-note') =>
  engineer.post<Preview>(`/ai-sessions/${session_id}/${kind}/preview`)

/** What the scripted model answers when a note is drafted. */
export const noteDraft = (sections: { problem?: Sentence[]; root_cause?: Sentence[]; resolution?: Sentence[] }) => ({
  text: JSON.stringify(sections),
})

/** A session about the VPN with these facts, and a fix that the model suggested. */
export async function openVpnSession(product: Product, mara: Engineer, facts = vpn_facts) {
  const { id } = await openSession(mara, { title: 'VPN drops after MFA', problem: 'Office laptops lose the VPN.' })
  for (const text of facts) await mara.post(`/ai-sessions/${id}/facts`, { text })
  product.model.replyTo(id, { text: block('SUGGEST_FIX', vpn_fix) })
  await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, { content: `What now? (${id})` }))
  const { suggested_fix, facts: known } = await readPage(mara, id)
  if (!suggested_fix) throw new Error('The scripted fix is not there')
  const fix_path = `/ai-sessions/${id}/suggested-fixes/${suggested_fix.id}`
  return { id, facts: known, fix: suggested_fix, fix_path }
}

export const vpn_facts = [
  'Only laptops on the 10.20.0.0/22 office range are affected',
  'NPS01 logs reason code 22 at the moment of the drop',
  'The firewall firmware was updated on Tuesday night',
]

export const vpn_fix = {
  title: 'Re-enable PEAP-MSCHAPv2 on the office VPN policy',
  description:
    'The firmware update reset the office VPN policy to EAP-TLS only; the laptops carry no client certificate.',
  confidence: 82,
  facts: [1, 3],
  script: { language: 'powershell', body: 'Set-NpsVpnPolicy -Name Office' },
}

/** The lines of a section. */
export const linesOf = ({ body }: Answer<Preview>, heading: string) =>
  body.sections.find((section) => section.heading === heading)?.lines ?? []

export const textsOf = (answer: Answer<Preview>, heading: string) => linesOf(answer, heading).map(({ text }) => text)
