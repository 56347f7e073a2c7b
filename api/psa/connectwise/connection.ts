import * as z from 'zod'
import type { OutboundAnswer, OutboundInit } from '../outbound/exchange.ts'
import type { Outbound } from '../outbound/outbound.ts'
import { PsaFailure } from '../provider.ts'
import { asFailure, readAnswer, wrongKeys } from './answers.ts'
import { apiOrigin } from './cloud-hosts.ts'
import { askCodebase, usual_codebase } from './codebase.ts'
import { withRetry } from './retry.ts'
import { apiHeaders, type ConnectWiseOptions, type ConnectWiseSettings, withoutKeys } from './settings.ts'

type Question = {
  path: string
  /** Always said: records hold more than anybody should see, contacts their portal's password. */
  fields: string
  query?: Record<string, string>
  /** For the message of a failure, such as “ticket 4711”. */
  what: string
}

type Request = Pick<OutboundInit, 'method' | 'body'> & { path: string; what: string }

/** One account's way to ConnectWise's API. It remembers where the API answered, for as long as it lives. */
export type Connection = ReturnType<typeof openConnection>

export function openConnection(settings: ConnectWiseSettings, outbound: Outbound, options: ConnectWiseOptions) {
  const { timeout_ms = 10_000 } = options
  let codebase = usual_codebase
  let has_answered = false

  function send({ method, path, body }: Request): Promise<OutboundAnswer> {
    const base = `${apiOrigin(outbound.checkSite(settings.site))}/${codebase}/apis/3.0`
    const headers = apiHeaders(settings)
    const init: OutboundInit =
      body === undefined ? { method, headers } : { method, headers: { ...headers, ...json }, body }
    return withRetry(method, () => outbound.request(`${base}${path}`, init, { timeout_ms }), options)
  }

  async function ask(request: Request): Promise<OutboundAnswer> {
    const tried = codebase
    const answer = await send(request)
    // Until something was found, a 404 may be about the codebase or the keys and not about the record.
    const is_doubtful = answer.status === 404 && (!has_answered || codebase !== tried)
    const judged = is_doubtful && request.method === 'GET' ? await lookAgain(request, answer, tried) : answer
    if (judged.status < 200 || judged.status >= 300) throw failureOf(judged, request.what)
    has_answered = true
    return judged
  }

  async function lookAgain(request: Request, answer: OutboundAnswer, tried: string): Promise<OutboundAnswer> {
    const origin = outbound.checkSite(settings.site)
    // Another question may have found it in the meantime.
    if (codebase === tried) {
      codebase = (await askCodebase(outbound, origin, settings.company_id, { timeout_ms })) ?? codebase
    }
    const second = codebase === tried ? answer : await send(request)
    if (second.status !== 404 || has_answered) return second
    const info = await send({ method: 'GET', path: `${info_path}?fields=version`, what: 'system information' })
    if (info.status === 404 || info.status === 401) throw wrongKeys()
    has_answered = info.status === 200
    return second
  }

  // ConnectWise's own words are shown, but not the keys, should it ever repeat them.
  function failureOf(answer: OutboundAnswer, what: string) {
    return asFailure({ ...answer, text: withoutKeys(answer.text, settings) }, what)
  }

  async function get<T>({ path, fields, query = {}, what }: Question, schema: z.ZodType<T>) {
    const answer = await ask({ method: 'GET', path: `${path}?${queryOf({ ...query, fields })}`, what })
    return { value: readAnswer(answer, schema), headers: answer.headers }
  }

  /** What is written is sent only to where something has answered: where it is not found, it is not tried elsewhere. */
  async function prove(proof: Question) {
    if (!has_answered) await get(proof, z.unknown())
  }

  return {
    /** One record. Repeated once where it did not arrive or the server failed. */
    get: async <T>(question: Question, schema: z.ZodType<T>) => (await get(question, schema)).value,

    /** All records of a list, page after page; throws `broken` rather than leave some out. */
    async list<T>(question: Question, schema: z.ZodType<T>): Promise<T[]> {
      const records: T[] = []
      for (let page = 1; page <= most_pages; page++) {
        const query = { ...question.query, page: `${page}`, pageSize: `${page_size}` }
        const { value, headers } = await get({ ...question, query }, z.array(schema))
        records.push(...value)
        if (!hasNext(headers, value.length)) return records
      }
      throw new PsaFailure('broken', `ConnectWise has more than ${most_pages * page_size} of ${question.what}.`, false)
    },

    async patch(path: string, body: unknown, proof: Question): Promise<void> {
      await prove(proof)
      const answer = await ask({ method: 'PATCH', path, body: JSON.stringify(body), what: proof.what })
      readAnswer(answer, z.unknown())
    },

    async post<T>(path: string, body: unknown, schema: z.ZodType<T>, proof: Question): Promise<T> {
      await prove(proof)
      return readAnswer(await ask({ method: 'POST', path, body: JSON.stringify(body), what: proof.what }), schema)
    },

    /** The address at which people open the site. */
    origin: () => outbound.checkSite(settings.site),
  }
}

const json = { 'content-type': 'application/json' }
export const info_path = '/system/info'
const page_size = 250
const most_pages = 40

// The address in the header is not followed: sites have been seen to name servers of their own in it.
function hasNext(headers: Headers, found: number): boolean {
  const link = headers.get('link')
  return link === null ? found >= page_size : /rel="?next\b/i.test(link)
}

// %20 and not +, which the conditions' grammar does not know.
function queryOf(query: Record<string, string>): string {
  return Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/['()*!]/g, percent)}`)
    .join('&')
}

const percent = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`
