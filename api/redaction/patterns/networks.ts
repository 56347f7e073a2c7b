import { isPlain, isStrong } from '../plain-values.ts'
import type { SecretPattern } from '../secret-pattern.ts'
import { tellsNoValue } from '../told-values.ts'
import { value } from './value.ts'

const given = (secret: string) => !isPlain(secret)

/** Secrets in the configurations of routers, firewalls and wireless networks. */
export const networkPatterns: SecretPattern[] = [
  {
    // As Windows names it, in the languages of which the other lines of the profile may be missing.
    kind: 'Wi-Fi key',
    near: [
      'key content',
      'schlüsselinhalt',
      'contenu de la cl',
      'contenido de la clave',
      'contenuto chiave',
      'conteúdo da chave',
      'sleutelinhoud',
      'nyckelinnehåll',
      'nøgleindhold',
      'nøkkelinnhold',
      'zawartość klucza',
    ],
    pattern: regex(
      String.raw`(?:key content|schlüsselinhalt|contenu de la cl(?:é|e\u0301)|contenido de la clave|contenuto chiave|conteúdo da chave|sleutelinhoud|nyckelinnehåll|nøgleindhold|nøkkelinnhold|zawartość klucza)[ \t]{0,40}:[ \t]{0,4}(?<secret>[^\s][^\r\n]{0,500})`,
    ),
    accepts: (secret) => !tellsNoValue(secret),
  },
  {
    kind: 'Wi-Fi key',
    near: ['keymaterial'],
    pattern: regex('<keyMaterial>(?<secret>[^<>]{1,200})(?=<)'),
    accepts: given,
  },
  {
    kind: 'Wi-Fi key',
    near: ['wpa-psk'],
    pattern: regex(String.raw`wpa-psk (?:ascii|hex) (?:\d )?${value}`),
    accepts: given,
  },
  {
    kind: 'RADIUS secret',
    near: ['radius', 'tacacs'],
    pattern: regex(String.raw`\b(?:radius|tacacs)[^\r\n]{0,160}?[ \t]key[ \t]{1,4}(?:[0-9][ \t]{1,4})?${value}`),
    accepts: given,
  },
  {
    // In a block of its own: " key 7 0822455D0A16", " key-string 7 …", " server-key …".
    kind: 'RADIUS secret',
    near: ['key 0 ', 'key 5 ', 'key 6 ', 'key 7 ', 'key 8 ', 'key 9 ', 'key-string'],
    pattern: regex(String.raw`\b(?:key-string[ \t]{1,4}(?:[0-9][ \t]{1,4})?|key[ \t]{1,4}[0-9][ \t]{1,4})${value}`),
    accepts: isStrong,
  },
  {
    kind: 'SNMP community',
    near: ['community'],
    pattern: regex(
      String.raw`\b(?:snmp-server[ \t]{1,4}community[ \t]{1,4}|r[ow]community6?[ \t]{1,4}|(?:snmp[ _-]?community(?:[ _-]?(?:string|name))?|community[ _-]?(?:string|name))["']?[ \t]{0,20}[:=][ \t]{0,4}|community[ _-]string (?:is )?)${value}`,
    ),
    accepts: given,
  },
  {
    kind: 'SNMP community',
    near: ['snmp'],
    pattern: regex(String.raw`\bsnmp[ _-]?community(?:[ _-]string)? (?:is |was )?${value}`),
    accepts: isStrong,
  },
  {
    kind: 'SNMP community',
    near: ['snmp-server host'],
    pattern: regex(String.raw`\bsnmp-server host \S{1,80} (?:(?:traps|informs) )?version (?:1|2c) ${value}`),
    accepts: given,
  },
  {
    kind: 'SNMP community',
    near: ['snmp'],
    pattern:
      /\bsnmp(?:walk|get|getnext|set|bulkwalk|bulkget)\b[^\r\n|;]{0,200}? -c[ \t]{0,4}(?<secret>[^\s"'-][^\s"']{0,100})/g,
    accepts: given,
  },
  {
    kind: 'SNMP password',
    near: ['auth '],
    pattern: regex(
      String.raw`\bsnmp-server user [^\r\n]{0,160}?\bauth (?:md5|sha)(?: ?\d{3})? (?<secret>\S{4,100}(?: priv (?:aes|des|3des)(?: \d{3})? \S{4,100})?)`,
    ),
  },
  {
    kind: 'enable secret',
    near: ['enable '],
    pattern: regex(String.raw`\benable (?:secret|password) (?:level \d{1,2} )?(?:[0-9] )?${value}`),
    accepts: isSetting,
  },
  {
    // "password 7 0822…": the digit tells how it is kept, and 7 is no protection.
    kind: 'router password',
    near: ['secret ', 'password '],
    pattern: regex(String.raw`\b(?:secret|password)[ \t]{1,4}[1-9][ \t]{1,4}${value}`),
    accepts: isStrong,
  },
  {
    kind: 'router password',
    near: ['secret 0', 'password 0', 'username '],
    pattern: new RegExp(
      String.raw`(?:\b(?:secret|password) 0 |^[ \t]{0,8}username (?!and |or )\S{1,60} (?:privilege \d{1,2} )?(?:secret|password) (?:\d )?)${value}`,
      'gim',
    ),
    accepts: isSetting,
  },
  {
    kind: 'router password',
    near: [
      'neighbor ',
      'chap ',
      'pap ',
      'message-digest-key',
      'authentication-key',
      'encrypted-password',
      'ftp password',
    ],
    pattern: regex(
      String.raw`(?:\bneighbor \S{1,60} password (?:\d )?|\bppp (?:chap|pap) [^\r\n]{0,80}?password (?:\d )?|\bmessage-digest-key \d{1,3} md5 (?:\d )?|\bauthentication-key \d{1,5} (?:md5|sha1) (?:\d )?|\bencrypted-password |\bip ftp password (?:\d )?)${value}`,
    ),
    accepts: given,
  },
  {
    kind: 'pre-shared key',
    near: ['pre-shared-key', 'isakmp key', ': psk'],
    pattern: regex(
      String.raw`(?:\bpre-shared-key(?: (?:local|remote|ascii-text|hex|address \S{1,60} key))?(?: \d)? |\bisakmp key (?:\d )?|: PSK )${value}`,
    ),
    accepts: isSetting,
  },
  {
    kind: 'FortiGate password',
    near: ['set '],
    // ENC is an encryption everyone can undo.
    pattern: regex(
      String.raw`\bset (?:[a-z-]{1,30}-)?(?:password|passwd|pwd|psksecret|psksecret-remote|secret|passphrase|key|auth-pwd|priv-pwd|private-key) ENC ${value}`,
    ),
  },
  {
    kind: 'FortiGate password',
    near: ['set '],
    pattern: new RegExp(
      String.raw`^[ \t]{0,40}set (?:[a-z-]{1,30}-)?(?:password|passwd|psksecret|secret|passphrase|auth-pwd|priv-pwd) ${value}`,
      'gim',
    ),
    accepts: isSetting,
  },
]

/** In a line of a configuration any word may be the secret, in a sentence about one only what looks like it. */
function isSetting(secret: string): boolean {
  return !isPlain(secret) && !/^(?:enc|encrypted|authentication|command|under|line|md5|address|level)$/i.test(secret)
}

function regex(source: string): RegExp {
  return new RegExp(source, 'gi')
}
