export type NamedKey = { id: string; key: CryptoKey }
type NamedKeys = readonly [NamedKey, ...NamedKey[]]

/** A key and its name for each secret, in their order. The name tells nothing of the key. */
export async function deriveKeys([newest, ...others]: readonly [string, ...string[]]): Promise<NamedKeys> {
  return [await deriveKey(newest), ...(await Promise.all(others.map(deriveKey)))]
}

async function deriveKey(secret: string): Promise<NamedKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ])
  const aes = { name: 'AES-GCM', length: 256 }
  const key = await crypto.subtle.deriveKey(purpose('key'), material, aes, false, ['encrypt', 'decrypt'])
  const id = await crypto.subtle.deriveBits(purpose('key id'), material, 48)
  return { id: Buffer.from(id).toString('base64url'), key }
}

// The same secret signs cookies: what is derived for one purpose says nothing about another.
function purpose(name: string) {
  const info = new TextEncoder().encode(`FlowPilot secret box v1: ${name}`)
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
}
