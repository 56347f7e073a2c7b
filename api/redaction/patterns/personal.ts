import type { SecretPattern } from '../secret-pattern.ts'

/** Codes that let someone in once, and numbers of people and their money. */
export const personalPatterns: SecretPattern[] = [
  {
    kind: 'TOTP secret',
    near: ['otpauth'],
    pattern: /otpauth:\/\/[^\s"'<>]{0,300}?[?&]secret=(?<secret>[A-Z2-7=]{8,200})/gi,
  },
  {
    kind: 'TOTP secret',
    near: ['otpauth-migration'],
    pattern: /otpauth-migration:\/\/offline\?data=(?<secret>[\w%+/=-]{10,2000})/gi,
  },
  {
    // An error code has as many digits: the word before tells.
    kind: 'one-time code',
    near: ['code', 'otp', 'one-time', 'one time'],
    pattern:
      /\b(?:(?:verification|security|confirmation|one[- ]time|mfa|2fa|otp|sms|authenticator|authentication|login|sign-?in) (?:pass)?code|one[- ]time password|otp)(?: ?(?:is|was|ist|:|=|-)){0,2} {0,3}(?<secret>[A-Z]-\d{6}|\d{3}[ -]\d{3,4}|\d{4,8})(?!\d|[.:/-]\d)/gi,
  },
  {
    kind: 'one-time code',
    near: [' is your '],
    pattern: /(?<![\d.:/-])(?:[A-Z]-)?\d{4,8}(?= is your [\w ]{0,40}code)/g,
  },
  {
    kind: 'recovery codes',
    near: ['recovery code', 'backup code', 'scratch code'],
    pattern:
      /\b(?:recovery|backup|scratch) codes?(?: are| is)?[ \t]{0,3}[:=]?\s{1,4}(?<secret>(?=[a-z-]{0,20}\d)[a-z0-9-]{6,30}(?:[\s,;]{1,4}(?=[a-z-]{0,20}\d)[a-z0-9-]{6,30}){0,30})/gi,
  },
  {
    // Written in groups. Without, it is told by its name: as long are the serial numbers of phones.
    kind: 'card number',
    near: ['3', '4', '5', '6'],
    pattern: /(?<![\d.-])(?:[2-6]\d{3}([ -])\d{4}\1\d{4}\1\d{4}|3[47]\d{2}([ -])\d{6}\2\d{5})(?![\d-])/g,
    accepts: passesLuhn,
  },
  {
    kind: 'card number',
    near: ['card', 'visa', 'amex', 'karte', 'tarjeta', 'carte'],
    pattern: /(?:card|visa|amex|karte|tarjeta|carte)[^\r\n\d]{0,40}(?<secret>[2-6]\d{12,18})(?!\d)/gi,
    accepts: passesLuhn,
  },
  {
    kind: 'bank account number',
    near: ['iban'],
    pattern:
      /\biban[^\r\n]{0,20}?[ :=](?<secret>[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)(?![A-Z0-9])/gi,
    accepts: (secret) => (secret.match(/\d/g) ?? []).length >= 8,
  },
  {
    kind: 'social security number',
    near: ['ssn', 'social security'],
    pattern: /\b(?:ssn|social security)[^\r\n\d]{0,30}(?<secret>\d{3}[- ]?\d{2}[- ]?\d{4})(?![\d-])/gi,
  },
]

/** The check digit of card numbers: every second digit from the right doubled, nines cast out, the sum a ten. */
function passesLuhn(number: string): boolean {
  const digits = [...number.replace(/\D/g, '')].map(Number).reverse()
  const sum = digits.reduce(
    (total, digit, at) => total + (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
    0,
  )
  return sum % 10 === 0
}
