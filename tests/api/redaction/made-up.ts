// Values that look like secrets are made here, and are written nowhere: a scanner of repositories reports what it reads.

/** A text with one secret in it, of this kind; where it is taken out, the rest of the text stays. */
export type Secret = { kind: string; text: string; secret: string }

export const lower = 'abcdefghijklmnopqrstuvwxyz'
export const upper = lower.toUpperCase()
export const digits = '0123456789'
export const hex = `${digits}abcdef`
export const letters = `${lower}${upper}${digits}`

let state = 20261120

/** So many letters of the alphabet, other ones at every call and the same ones in every run. */
export function made(length: number, alphabet = letters): string {
  return Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return alphabet[Math.floor(state / 65536) % alphabet.length] ?? ''
  }).join('')
}

/** A PEM block of this label, with lines as OpenSSL writes them; what is between is `secret`. */
export function pem(label: string): { text: string; secret: string } {
  const secret = Array.from({ length: 6 }, () => made(64, `${letters}+/`)).join('\n')
  return { text: [`-----BEGIN ${label}-----`, secret, `-----END ${label}-----`].join('\n'), secret }
}

/** A token of three parts, of which the first two are JSON objects. */
export function jwt(): string {
  const part = (value: object) => btoa(JSON.stringify(value)).replace(/=+$/, '')
  return [part({ alg: 'RS256', typ: 'JWT' }), part({ sub: made(20), name: 'Mara Reyes' }), made(86)].join('.')
}

/** Sixteen digits in groups that pass the check of card numbers. */
export function cardNumber(): string {
  const start = `4000${made(11, digits)}`
  const doubled = [...start].map((digit, at) => (at % 2 === 0 ? Number(digit) * 2 : Number(digit)))
  const sum = doubled.reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0)
  return `${start}${(10 - (sum % 10)) % 10}`.replace(/(\d{4})(?=\d)/g, '$1 ')
}
