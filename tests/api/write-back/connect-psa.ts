import type { ShownConnection } from '../../../api/psa/schemas.ts'
import type { ConnectWise } from '../../harness/connectwise/handle.ts'
import type { Server } from '../../harness/http.ts'
import type { Person } from '../people.ts'

/** Connects an owner's account to the simulator, with the statuses that its boards' tickets are to get. */
export async function connectPsa(
  server: Server,
  owner: Person,
  there: Pick<ConnectWise, 'host' | 'keys'>,
  statuses: ShownConnection['statuses'],
): Promise<void> {
  const origin = typeof server === 'string' ? server : 'http://flowpilot.test'
  const request = new Request(`${origin}/api/v1/psa-connection`, {
    method: 'PUT',
    headers: { origin, cookie: await owner.cookie(), 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'connectwise', site: there.host, ...there.keys, statuses }),
  })
  const response = await (typeof server === 'string' ? fetch(request) : server.fetch(request))
  if (response.status !== 200) throw new Error(`Connecting answered ${response.status}: ${await response.text()}`)
}
