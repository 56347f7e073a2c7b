import { PsaFailure } from '../provider.ts'

/** How an account's connection to ConnectWise is set up. */
export type ConnectWiseSettings = {
  /** A host name, with a port where it needs one. */
  site: string
  company_id: string
  public_key: string
  private_key: string
  client_id: string
}

export type ConnectWiseOptions = {
  /** For each request and its answer; 10 s unless it is said. */
  timeout_ms?: number
  /** A 429 that asks for more than this is a failure at once; 10 s unless it is said. */
  longest_wait_ms?: number
  wait?: (ms: number) => Promise<void>
}

// The published interface that this was written against.
const accept = 'application/vnd.connectwise.com+json; version=2025.16'

/** The headers of every request to the API; throws `keys_refused` for a client ID that can be none. */
export function apiHeaders(settings: ConnectWiseSettings): Record<string, string> {
  const { company_id, public_key, private_key, client_id } = settings
  if (!/^[!-~]+$/.test(client_id)) {
    throw new PsaFailure('keys_refused', 'The client ID is empty or holds a character that none has.', false)
  }
  const login = Buffer.from(`${company_id}+${public_key}:${private_key}`).toString('base64')
  return { authorization: `Basic ${login}`, clientId: client_id, accept }
}

/** A text without the keys, whoever put them into it. */
export function withoutKeys(text: string, settings: ConnectWiseSettings): string {
  const { authorization = '' } = apiHeaders(settings)
  const secrets = [authorization.slice('Basic '.length), settings.private_key, settings.public_key, settings.client_id]
  return secrets.filter((secret) => secret !== '').reduce((clean, secret) => clean.replaceAll(secret, '…'), text)
}
