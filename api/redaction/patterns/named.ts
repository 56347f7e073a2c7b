import { isPlain, isStrong, isToken } from '../plain-values.ts'
import type { SecretPattern } from '../secret-pattern.ts'
import { assigned, stated, value } from './value.ts'

const given = (secret: string) => !isPlain(secret)

/** Secrets by the name of their field, in JSON, settings, headers and sentences. */
export const namedPatterns: SecretPattern[] = [
  ...named('AWS secret key', ['secret'], 'aws_?secret(?:_?access)?_?key|secret[ _-]?access[ _-]?key', given),
  ...named('AWS session token', ['session'], '(?:aws[ _-]?)?session[ _-]?token', given),
  ...named('Twilio auth token', ['twilio'], 'twilio[ _-]?auth[ _-]?token', given),
  ...named('Cloudflare token', ['cloudflare', 'cf_api'], '(?:cloudflare|cf)[ _-]?(?:api[ _-]?)?(?:token|key)', given),
  ...named(
    'client secret',
    ['client', 'app secret', 'app_secret'],
    '(?:client|app|application|consumer)[ _-]?secret(?:[ _-]?value)?',
    given,
  ),
  ...named('refresh token', ['refresh'], 'refresh[ _-]?token', isToken),
  ...named(
    'access token',
    ['access', 'bearer', 'auth', 'oauth'],
    '(?:access|bearer|auth|oauth|id)[ _-]?token',
    isToken,
  ),
  ...named('API key', ['api'], '(?:x-)?api[ _-]?(?:key|token|secret)', given),
  ...named('webhook secret', ['hook', 'signing'], '(?:web)?hook[ _-]?secret|signing[ _-]?(?:secret|key)', given),
  ...named('pre-shared key', ['pre', 'psk'], 'pre[ _-]?shared[ _-]?(?:key|secret)|(?<![a-z])psk|l2tppsk', notWpa),
  ...named(
    'shared secret',
    ['shared', 'radius'],
    'shared[ _-]?(?:secret|key)|radius[ _-]?(?:secret|geheimnis|schlüssel)',
    given,
  ),
  ...named('private key', ['private'], 'private[ _-]?key', isToken),
  ...named(
    'encryption key',
    ['key'],
    '(?:encryption|master|account|storage|signing|secret|access|auth)[ _-]?key',
    isToken,
  ),
  ...named(
    'license key',
    ['licen', 'product', 'activation'],
    '(?:licen[sc]e|product|activation)[ _-]?(?:key|code)',
    isToken,
  ),
  ...named('recovery key', ['recovery'], 'recovery[ _-]?(?:key|password)', isStrong),
  ...named(
    'Wi-Fi key',
    ['key', 'schlüssel'],
    '(?:wi-?fi|wlan|wireless|network|wpa|guest)[ _-]?(?:key|schlüssel)|key_?material',
    given,
  ),
  ...named(
    'TOTP secret',
    ['totp', 'mfa', 'otp', '2fa', 'authenticator'],
    '(?:totp|mfa|otp|2fa|authenticator)[ _-]?(?:secret|key|seed)',
    given,
  ),
  // Alone, "secret" and "token" name many things: what follows must have been made at random, or be quoted.
  ...named('secret', ['secret'], '(?<![:/])secret(?: value)?', isToken),
  ...named('token', ['token'], '(?<!public ?key ?|unexpected |cancellation ?|elevated )token', isToken),
  {
    // In capitals only, as base32 is, where anything else may be a word.
    kind: 'TOTP secret',
    near: ['totp', 'mfa', 'otp', '2fa', 'authenticator'],
    pattern:
      /\b(?:[Tt][Oo][Tt][Pp]|M[Ff][Aa]|[Oo][Tt][Pp]|2[Ff][Aa]|[Aa]uthenticator)[ _-]?(?:[Ss]ecret|[Kk]ey|[Ss]eed)[^\r\n]{0,40}?[ :="'](?<secret>[A-Z2-7]{16,64})(?![A-Za-z0-9])/g,
  },
  {
    kind: 'license key',
    near: ['licen'],
    pattern:
      /\blicen[sc]e(?: key| code| number)? (?<secret>(?=[A-Z-]{0,40}\d)[A-Z0-9]{3,8}(?:-[A-Z0-9]{3,8}){3,7})(?![A-Z0-9-])/gi,
  },
  {
    kind: 'temporary access pass',
    near: ['temporary access pass', 'temporaryaccesspass', 'tap'],
    pattern: regex(
      String.raw`(?:temporary ?access ?pass|(?<![a-z])tap)(?: \(tap\))?(?:${assigned}|${stated}|[ \t]{1,4})${value}`,
    ),
    accepts: isStrong,
  },
]

/**
 * An assignment of the names, and a sentence that tells what it is. A name that nothing else has may stand right before
 * its value: "API key ctl_4711_acme".
 */
function named(kind: string, near: string[], names: string, accepts: (secret: string) => boolean): SecretPattern[] {
  const between = accepts === isToken ? stated : String.raw`(?:${stated}|[ \t]{1,3})`
  return [
    {
      kind,
      near,
      pattern: regex(`(?:${names})(?:[_-]?(?:\\d{1,2}|prod|dev|test|old|new))?${assigned}${value}`),
      accepts,
    },
    {
      kind,
      near,
      pattern: regex(`(?:${names})${between}${value}`),
      accepts: (secret) => accepts(secret) && (accepts === isToken || (secret.length >= 8 && isStrong(secret))),
    },
  ]
}

/** "Security: WPA2-PSK: AES" names a mode. */
function notWpa(secret: string): boolean {
  return !isPlain(secret) && !/^(?:wpa|aes|tkip|ccmp|ascii|hex|ike)/i.test(secret)
}

function regex(source: string): RegExp {
  return new RegExp(source, 'gi')
}
