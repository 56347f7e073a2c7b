import { connectwise_hosts } from '../connectwise/cloud-hosts.ts'
import { PsaFailure } from '../provider.ts'
import type { AllowedHosts } from './allowed-hosts.ts'
import { whyRefused } from './why-refused.ts'

export type Admitted = {
  url: URL
  /** False where the installation's administrator named this host and port: what it resolves to is his business. */
  must_be_public: boolean
}

// No user, no fragment, no backslash, no white space, nothing outside of ASCII: what the text says is where it goes.
const shape = /^https?:\/\/([a-z0-9._-]+(?::\d{1,5})?|\[[0-9a-f:.]+\](?::\d{1,5})?)(\/[!"$-[\]-~]*)?$/i

/** Reads the address of a request; throws `address_refused` unless it is of a known PSA host or an allowed one. */
export function admit(address: string, allowed: AllowedHosts): Admitted {
  const authority = shape.exec(address)?.[1]?.toLowerCase()
  if (authority === undefined || !URL.canParse(address)) throw refused(address)
  const url = new URL(address)
  // The parser turns 2130706433, 0x7f.1 and 127.1 into 127.0.0.1: what it had to rewrite is not what was allowed.
  if (authority !== url.host && authority !== `${url.host}:${usualPort(url)}`) throw refused(address)
  if ([...allowed.values()].includes(url.origin)) return { url, must_be_public: false }
  if (url.protocol === 'https:' && connectwise_hosts.has(url.host)) return { url, must_be_public: true }
  throw refused(address)
}

/**
 * The origin of the host that somebody typed as an account's site, such as `na.myconnectwise.net` or `127.0.0.1:4010`.
 * Throws `address_refused` with a sentence that says what is wrong.
 */
export function checkSite(site: string, allowed: AllowedHosts): string {
  const name = site.trim().toLowerCase()
  const with_port = /:\d+$/.test(name) ? name : `${name}:443`
  const origin = allowed.get(with_port)
  if (origin) return origin
  const host = with_port.replace(/:443$/, '')
  if (connectwise_hosts.has(host)) return `https://${host}`
  throw name.includes('/') ? hostAlone() : refused(`https://${site.trim()}`)
}

const usualPort = (url: URL) => (url.protocol === 'https:' ? 443 : 80)

function refused(address: string): PsaFailure {
  return new PsaFailure('address_refused', whyRefused(address), false)
}

function hostAlone(): PsaFailure {
  const message = 'The site is a host name alone, such as na.myconnectwise.net: no https://, no path.'
  return new PsaFailure('address_refused', message, false)
}
