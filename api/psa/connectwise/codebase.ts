import * as z from 'zod'
import type { Outbound } from '../outbound/outbound.ts'
import { readAnswer } from './answers.ts'
import { webOrigin } from './cloud-hosts.ts'

/** The first part of the API's path: right for on-premises sites and for the cloud's own routing. */
export const usual_codebase = 'v4_6_release'

// One part of a path, with its slash.
const companyInfoSchema = z.object({ Codebase: z.string().regex(/^\/?\w[\w.-]*\/?$/) })

/** The codebase that a site names for a company; undefined when it names none. Asked without the keys. */
export async function askCodebase(
  outbound: Outbound,
  origin: string,
  company_id: string,
  limits: { timeout_ms: number },
): Promise<string | undefined> {
  const url = `${webOrigin(origin)}/login/companyinfo/${encodeURIComponent(company_id)}`
  try {
    const answer = await outbound.request(url, { method: 'GET', headers: { accept: 'application/json' } }, limits)
    return readAnswer(answer, companyInfoSchema).Codebase.replaceAll('/', '')
  } catch {
    // It was asked because something else was not found: that is what there is to report.
    return undefined
  }
}
