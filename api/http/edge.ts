import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Deps } from '../deps.ts'
import { Failure } from '../errors.ts'
import { clientAddress, type Edge, isTrusted } from './client-address.ts'
import type { AppEnv } from './context.ts'

/**
 * Tells the handlers who sends the request (`client_address`) and at which address browsers reach this server
 * (`public_url`); refuses a request that asks for another server by name (`misdirected`).
 */
export const atEdge = ({ edge, sign_in_ways }: Pick<Deps, 'edge' | 'sign_in_ways'>) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const asked = askedUrl(c)
    if (!asked || !(isOurs(asked.hostname, edge.public_url, sign_in_ways.demo) || isProbe(asked))) {
      throw new Failure('misdirected', 'This server is not known by that name.')
    }
    const { trusted_proxies } = edge
    c.set('client_address', clientAddress(c.env?.peer_address, c.req.header('x-forwarded-for'), trusted_proxies))
    c.set('public_url', edge.public_url ?? `${schemeOf(c, asked, edge)}://${asked.host}`)
    await next()
  })

/** What is asked for, by whom; undefined where the `Host` is none: then Bun tells the path alone, or what can't be read. */
function askedUrl(c: Context): URL | undefined {
  const is_one = !c.req.header('host')?.includes(',')
  const url = is_one && URL.canParse(c.req.url) ? new URL(c.req.url) : undefined
  return url && /^https?:$/.test(url.protocol) ? url : undefined
}

/** Whether a host's name leads to this machine and to no other. */
export const isThisMachine = (host: string) => ['127.0.0.1', 'localhost', '::1', '[::1]'].includes(host)

/**
 * A foreign name that is made to lead here would let its page work in the visitor's demo account. Where no name was set
 * and nobody is signed in by just being here, any name will do.
 */
function isOurs(hostname: string, public_url: string | undefined, demo: boolean): boolean {
  if (isThisMachine(hostname)) return true
  return public_url === undefined ? !demo : hostname === new URL(public_url).hostname
}

/** Whoever watches over containers asks each by its address. */
const isProbe = ({ pathname, hostname }: URL) =>
  ['/healthz', '/readyz'].includes(pathname) && /^[\d.]+$|^\[/.test(hostname)

function schemeOf(c: Context<AppEnv>, asked: URL, { trusted_proxies }: Edge): string {
  const said = c.req.header('x-forwarded-proto')?.split(',', 1)[0]?.trim().toLowerCase()
  const counts = (said === 'http' || said === 'https') && isTrusted(c.env?.peer_address, trusted_proxies)
  return counts ? said : asked.protocol.slice(0, -1)
}
