// The cloud sites that ConnectWise's developer guide lists.
const web_hosts = [
  'na.myconnectwise.net',
  'eu.myconnectwise.net',
  'au.myconnectwise.net',
  'aus.myconnectwise.net',
  'za.myconnectwise.net',
  'staging.connectwisedev.com',
]
const api_hosts = web_hosts.map((host) => `api-${host}`)

/** The host names of ConnectWise's cloud: people's, and those that the API answers at. */
export const connectwise_hosts: ReadonlySet<string> = new Set([...web_hosts, ...api_hosts])

/** Where the API of a site answers: in the cloud at a name of its own, else at the site itself. */
export function apiOrigin(origin: string): string {
  const { host } = new URL(origin)
  return web_hosts.includes(host) ? `https://api-${host}` : origin
}

/** Where people open a site in the browser. */
export function webOrigin(origin: string): string {
  const { host } = new URL(origin)
  return api_hosts.includes(host) ? `https://${host.slice('api-'.length)}` : origin
}
