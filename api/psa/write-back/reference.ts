/** Crockford's: no letter that is taken for a digit. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 8

/**
 * The short reference that a note carries, the same for the same attempt of a session wherever it is asked for: a preview
 * shows it before there is an attempt.
 */
export async function referenceOf(session_id: string, attempt: number): Promise<string> {
  const bytes = new TextEncoder().encode(`${session_id} ${attempt}`)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return `FP-${[...hash.subarray(0, length)].map((byte) => letters[byte % letters.length]).join('')}`
}
