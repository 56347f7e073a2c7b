import { resolve4, resolve6 } from 'node:dns/promises'
import { PsaFailure } from '../provider.ts'
import { isPublicAddress } from './public-address.ts'

/** All addresses of a host name, A and AAAA; empty when it has none. */
export type Resolve = (host: string) => Promise<string[]>

/** Asks the name servers: on Bun those of the machine, in a Worker Cloudflare's, by DNS over HTTPS. */
export const resolveByDns: Resolve = async (host) => {
  const answers = await Promise.allSettled([resolve4(host), resolve6(host)])
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}

/** The addresses of a host, all of them public; throws before anything is sent, so that nothing can have arrived. */
export async function publicAddresses(host: string, resolve: Resolve): Promise<string[]> {
  const addresses = await resolve(host).catch((cause) => {
    throw new PsaFailure('unreachable', `The name ${host} can’t be looked up.`, false, { cause })
  })
  if (addresses.length === 0) throw new PsaFailure('unreachable', `The name ${host} has no address.`, false)
  if (addresses.every(isPublicAddress)) return addresses
  const what = 'leads to an address that is not on the public Internet'
  throw new PsaFailure('address_refused', `FlowPilot does not connect to ${host}: its name ${what}.`, false)
}
