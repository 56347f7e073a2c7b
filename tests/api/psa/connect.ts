import type { Answer } from '../../harness/http.ts'
import type { Person } from '../people.ts'
import type { Product } from '../product.ts'

type Simulator = { host: string; keys: Record<'company_id' | 'public_key' | 'private_key' | 'client_id', string> }

/** What an owner types to connect the account to this ConnectWise. */
export const connectionTo = ({ host, keys }: Simulator) => ({ provider: 'connectwise', site: host, ...keys })

/** Saves a connection; a test's browser has no PUT of its own. */
export async function saveConnection(
  product: Product,
  who: Person,
  body: unknown,
): Promise<Answer<Record<string, unknown>>> {
  const headers = { origin: 'http://flowpilot.test', 'content-type': 'application/json', cookie: await who.cookie() }
  const init = { method: 'PUT', headers, body: JSON.stringify(body) }
  const response = await product.fetch(new Request('http://flowpilot.test/api/v1/psa-connection', init))
  return { status: response.status, headers: response.headers, body: await response.json() }
}
