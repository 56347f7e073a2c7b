import { deriveKeys, type NamedKey } from './derive-keys.ts'

/** The column of the account whose row the text is kept in: sealed text opens there and nowhere else. */
export type BoxPlace = { account_id: string; field: string }

/** Seals text for the database and opens it again. */
export type SecretBox = {
  /** `v1:<key id>:<nonce>:<data>`, another one each time, sealed with the newest secret. */
  seal: (text: string, place: BoxPlace) => Promise<string>
  /** The text that was sealed for this place, with any of the secrets; throws `CannotOpen`. */
  open: (sealed: string, place: BoxPlace) => Promise<string>
  /** True when it was not sealed with the newest secret, so that it should be sealed anew. */
  isStale: (sealed: string) => Promise<boolean>
}

/** Sealed text that none of the secrets opens here: it was changed, moved, or sealed with a secret that is gone. */
export class CannotOpen extends Error {
  override name = 'CannotOpen'
}

type Sealed = { key_id: string; nonce: Uint8Array<ArrayBuffer>; data: Uint8Array<ArrayBuffer> }

/** Encrypts with AES-256-GCM under keys made of `secret`; opens what `former_secrets` sealed too. */
export function openBox(secrets: { secret: string; former_secrets?: readonly string[] }): SecretBox {
  // Made anew for each call, which takes no time worth keeping them for: a Worker's requests must not share promises.
  const keys = () => deriveKeys([secrets.secret, ...(secrets.former_secrets ?? [])])

  return {
    async seal(text, place) {
      const [newest] = await keys()
      const nonce = crypto.getRandomValues(new Uint8Array(12))
      const data = await crypto.subtle.encrypt(cipherAt(place, nonce), newest.key, new TextEncoder().encode(text))
      return ['v1', newest.id, encode(nonce), encode(new Uint8Array(data))].join(':')
    },

    async open(sealed, place) {
      const { key_id, nonce, data } = readSealed(sealed)
      const { key } = keyNamed(key_id, await keys())
      const text = await crypto.subtle.decrypt(cipherAt(place, nonce), key, data).catch((cause) => {
        throw new CannotOpen('This was changed, or sealed for another place.', { cause })
      })
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(text)
    },

    async isStale(sealed) {
      const [newest] = await keys()
      return readSealed(sealed).key_id !== newest.id
    },
  }
}

function cipherAt({ account_id, field }: BoxPlace, iv: Uint8Array<ArrayBuffer>) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(JSON.stringify(['v1', account_id, field])) }
}

function readSealed(sealed: string): Sealed {
  const [version, key_id = '', nonce = '', data = '', ...more] = sealed.split(':')
  if (version !== 'v1' || more.length > 0) throw new CannotOpen('This is not sealed text.')
  return { key_id, nonce: decode(nonce), data: decode(data) }
}

function keyNamed(id: string, keys: readonly NamedKey[]): NamedKey {
  const found = keys.find((key) => key.id === id)
  if (!found) throw new CannotOpen('This was sealed with a secret that FlowPilot no longer has.')
  return found
}

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

// Base64 has several spellings of the same bytes; one is sealed text, the others were made by somebody else.
function decode(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64url'))
  if (encode(bytes) !== text) throw new CannotOpen('This is not sealed text.')
  return bytes
}
