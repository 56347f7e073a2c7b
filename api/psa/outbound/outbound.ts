import { PsaFailure } from '../provider.ts'
import { admit, checkSite as checkSiteAmong } from './admit.ts'
import { readAllowedHosts } from './allowed-hosts.ts'
import type { OutboundAnswer, OutboundInit } from './exchange.ts'
import { type OpenSocket, openSocket } from './open-socket.ts'
import { publicAddresses, type Resolve, resolveByDns } from './resolve.ts'
import { type Fetch, sendByFetch } from './send-by-fetch.ts'
import { sendOver } from './send-over.ts'

/** The only way to a PSA's network. */
export type Outbound = {
  /**
   * Sends one request, once, and reads the whole answer (5 MB at most). `timeout_ms` is for all of it: looking up the
   * name, connecting and answering. Throws a `PsaFailure`; an address that is neither of a known PSA nor allowed, one
   * that leads into a private network, and an answer that redirects are `address_refused`.
   */
  request: (url: string, init: OutboundInit, limits: { timeout_ms: number }) => Promise<OutboundAnswer>
  /** The origin of an account's `site`; throws `address_refused` with a sentence that says what is wrong. */
  checkSite: (site: string) => string
}

export type OutboundParts = {
  /** PSA_ALLOWED_HOSTS, see `readAllowedHosts`; throws when it can't be read. */
  allowed_hosts: readonly string[]
  /**
   * Given where the platform connects by itself and can't be told to which address, as a Worker. The name is checked
   * there too, but looked up a second time by the platform, which has no private network to lead into.
   */
  fetch?: Fetch
  resolve?: Resolve
  openSocket?: OpenSocket
}

export function createOutbound({
  allowed_hosts,
  fetch,
  resolve = resolveByDns,
  openSocket: open = openSocket,
}: OutboundParts): Outbound {
  const allowed = readAllowedHosts(allowed_hosts)

  async function send(url: URL, must_be_public: boolean, init: OutboundInit, signal: AbortSignal) {
    const addresses = must_be_public
      ? await beforeTooLate(publicAddresses(url.hostname, resolve), url, signal)
      : undefined
    if (fetch) return await sendByFetch(fetch, url, init, signal)
    return await sendOver(await open(url, addresses, signal), url, init, signal)
  }

  return {
    async request(address, init, { timeout_ms }) {
      const { url, must_be_public } = admit(address, allowed)
      const answer = await send(url, must_be_public, init, AbortSignal.timeout(timeout_ms))
      // ConnectWise redirects nothing that FlowPilot asks for; whoever does wants the keys to go somewhere else.
      if (answer.status >= 300 && answer.status < 400) {
        throw new PsaFailure('address_refused', `${url.host} answered with a redirect, which is not followed.`, true)
      }
      return answer
    },
    checkSite: (site) => checkSiteAmong(site, allowed),
  }
}

/** The origin of what an administrator types as a site; throws `address_refused` with what is wrong with it. */
export function checkSite(site: string, allowed_hosts: readonly string[]): string {
  return checkSiteAmong(site, readAllowedHosts(allowed_hosts))
}

function beforeTooLate<T>(lookup: Promise<T>, url: URL, signal: AbortSignal): Promise<T> {
  const message = `The name ${url.hostname} can’t be looked up in time.`
  const too_late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new PsaFailure('unreachable', message, false))
    signal.addEventListener('abort', giveUp, { once: true })
  })
  return Promise.race([lookup, too_late])
}
