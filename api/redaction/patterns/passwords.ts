import { isPlain, isStrong, isUnmistakable } from '../plain-values.ts'
import type { SecretPattern } from '../secret-pattern.ts'
import { assigned, stated, value } from './value.ts'

const words = String.raw`(?:pass(?:word|wd|wort|phrase|code|ord)|pwd|kennwort|contrase(?:ñ|n\u0303?)a|mot de passe|wachtwoord|пароль|has(?:ł|l)o|heslo|jelsz(?:ó|o)|salasana|adgangskode|palavra-passe|パスワード|密码|비밀번호|l(?:ö|o\u0308)senord|(?<![a-z])(?:senha|mdp|pw))`
const near = [
  'пароль',
  'hasł',
  'haslo',
  'heslo',
  'jelsz',
  'salasana',
  'adgangskode',
  'パスワード',
  '密码',
  '비밀번호',
  'pass',
  'pw',
  'kennwort',
  'contrase',
  'wachtwoord',
  'senord',
  'senha',
  'mdp',
]

// DB_PASSWORD_PROD, password2, netdom's /PasswordD, "Password (temporary)", "password for mreyes".
const more = String.raw`(?:[_-]?(?:\d{1,2}|old|new|current|confirm|prod|dev|test|value|text|plain(?:text)?)|[do])?(?:[ \t]{0,2}\([^()\r\n]{1,40}\))?(?: (?:for|of|on|für|pour|para|de|del) (?:the |user |account |my ){0,2}(?!(?:user|account|the)\b)[\w.@\\'-]{1,60}(?: account| user)?)?`

/** What stands between the sentence about a password and the password. */
const link = String.raw`[ \t](?:(?:is|was|be|to|as|now|from|ist|lautet|heißt|sei|war|sein|auf|zu|von|jetzt|ab|est|était|sera|désormais|à|en|es|era|será|ahora|a|è|ora|da|é|agora|para|op|naar|van|nu|na|till|til|su|(?<=(?:cambiat|modificat|impostat|reimpostat)[ao] )in)[ \t]{1,3}){1,4}(?=\S{0,60}?[\d!@#$%^&*+=?~])`

const accesses =
  'zugangsdaten|anmeldedaten|logindaten|anmeldeinformationen|identifiants|credenciales|credenziali|credenciais|inloggegevens|login data|login details|dados de acesso|datos de acceso|dati di accesso|codes d’accès'

/** In a sentence: random enough, and after "auf", "to" or "en" not the host on which it was changed. */
const isTold = (secret: string) =>
  isStrong(secret) && !/^\d+$/.test(secret) && !/^[a-z]{2,8}-?[a-z]{0,8}-?\d{1,4}$/i.test(secret)

const given = (secret: string) => !isPlain(secret)

/** Passwords by the word that names them, in the languages of those who write tickets. */
export const passwordPatterns: SecretPattern[] = [
  {
    kind: 'Group Policy password',
    near: ['cpassword'],
    pattern: regex(`cpassword${assigned}${value}`),
    accepts: given,
  },
  {
    kind: 'connection string password',
    near: ['data source', 'server=', 'host=', 'user id', 'uid=', 'initial catalog', 'endpoint='],
    // In braces, too, as ODBC writes what holds a semicolon.
    pattern: regex(
      String.raw`;[ \t]{0,3}(?:password|pwd)[ \t]{0,3}=[ \t]{0,3}(?:(?=\{)(?<braces>\{[^{}\r\n]{1,200}\})(?!.)|${value})`,
    ),
    accepts: given,
  },
  {
    kind: 'LAPS password',
    near: ['admpwd', 'mslaps-password'],
    pattern: regex(`(?:ms-mcs-admpwd|mslaps-(?:encrypted)?password|admpwd)${assigned}${value}`),
    accepts: given,
  },
  {
    kind: 'LAPS password',
    near: ['"p"', '"p\\"'],
    pattern: regex(
      String.raw`\\{0,2}"t\\{0,2}"[ \t]{0,3}:[ \t]{0,3}\\{0,2}"[0-9a-f]{1,32}\\{0,2}"[ \t]{0,3},[ \t]{0,3}\\{0,2}"p\\{0,2}"[ \t]{0,3}:[ \t]{0,3}${value}`,
    ),
  },
  {
    kind: 'password',
    near,
    pattern: regex(words + more + assigned + value),
    accepts: (secret, { arrow, quote }) =>
      arrow && !quote ? isStrong(secret) && !/^\d+$/.test(secret) : given(secret),
  },
  { kind: 'password', near, pattern: regex(words + more + stated + value), accepts: isStrong },
  {
    // "das Passwort von Frau Weber auf … gesetzt", "la contraseña nueva es …", "le mot de passe de … est désormais …".
    kind: 'password',
    near,
    pattern: regex(String.raw`${words}[^\r\n.:;!?"]{0,80}?${link}${value}`),
    accepts: isTold,
  },
  {
    // After what it was before: "changed from … to …", "was … but should be …".
    kind: 'password',
    near,
    pattern: regex(String.raw`${words}[^\r\n]{0,160}?${link}${value}`),
    accepts: (secret) => isUnmistakable(secret),
  },
  {
    // "mot de passe de Mme Petit : …", "Passwort für den neuen Scanner: …".
    kind: 'password',
    near,
    pattern: regex(
      String.raw`${words} (?:for|of|on|für|von|vom|der|des|pour|para|per|de|del|della|di|du|do|da|van|voor) [^\r\n:=.;,]{1,60}?[ \t]{0,3}[:=][ \t]{0,3}${value}`,
    ),
    accepts: isStrong,
  },
  {
    // The value comes first: "Herbst2026! ist das neue Passwort", "with … as password".
    kind: 'password',
    near,
    pattern: regex(
      String.raw`(?<![^\s"'“„(])(?<secret>[^\s"'“”„(]{6,100})(?=["'”“]?[ \t]{1,3}(?:is|ist|est|es|è|é|as|als|comme|como|come|=)[ \t]{1,3}(?:[a-zà-ÿ'’]{1,14}[ \t]{1,3}){0,4}${words})`,
    ),
    accepts: isUnmistakable,
  },
  {
    // "Zugangsdaten: dweber / …", "identifiants : dpetit / …".
    kind: 'password',
    near: accesses.split('|'),
    pattern: regex(
      String.raw`(?:${accesses})[^\r\n:=]{0,60}?[ \t]{0,3}[:=][ \t]{0,3}["']?[\w.@\\-]{1,60}["']?[ \t]{0,3}[\/|,;:+&][ \t]{0,3}${value}`,
    ),
    accepts: isStrong,
  },
  {
    // "What is the new admin password? …", and a name that dots lead from.
    kind: 'password',
    near,
    pattern: regex(String.raw`${words}(?:[^\r\n?]{0,60}\?[ \t]{1,4}|(?:[ \t]?\.){2,40}[ \t]{0,4}:[ \t]{0,4})${value}`),
    accepts: isUnmistakable,
  },
  {
    // In columns, or after dots that lead to it.
    kind: 'password',
    near,
    pattern: regex(String.raw`${words}[ \t]{0,2}(?:[.·_]{3,80}[ \t]{0,4}|[ \t]{2,60})${value}`),
    accepts: (secret) => isStrong(secret) && !/^\d/.test(secret),
  },
  {
    // "mreyes, password Summer2026!", a table's columns, a Markdown table.
    kind: 'password',
    near,
    pattern: regex(
      String.raw`${words}[*_:]{0,3}(?:[ \t]{0,40}\|[ \t]{0,40}|[ \t]{1,3}[-–—][ \t]{1,3}|[ \t]{1,40})${value}`,
    ),
    accepts: isUnmistakable,
  },
  {
    // Alone on the line after the word, as in forms.
    kind: 'password',
    near,
    pattern: regex(
      String.raw`${words}[*_]{0,2}[ \t]{0,3}:[*_]{0,2}[ \t]{0,3}(?:\r?\n|(?:\\r)?\\n)[ \t]{0,8}${value}(?=["'\x60]?[ \t]{0,8}(?:[\r\n]|\\[rn]|$))`,
    ),
    accepts: isStrong,
  },
  {
    // In XML, as in an unattended setup, where the value may stand in an element of its own.
    kind: 'password',
    near: ['password>', 'password ', 'passphrase>', 'pwd>', 'keymaterial>', 'pre-shared-key>', '<value>'],
    pattern: regex(
      String.raw`<(?:\w{1,30}:)?\w{0,30}(?:password|passphrase|pwd)(?:\s[^<>]{0,200})?>(?:\s{0,20}<value>)?\s{0,20}(?<secret>[^<>\s][^<>]{0,${2000}})(?=<\/)`,
    ),
    accepts: given,
  },
  {
    // "pass" and "PIN" are words of other things, too, so what follows must look like one.
    kind: 'password',
    near: ['pass'],
    pattern: regex(String.raw`(?<![a-z])(?:\w{1,20}_)?pass${assigned}${value}`),
    accepts: isStrong,
  },
  {
    // "creds: mreyes / …", "the login being mreyes with …", "connect as sa with …".
    kind: 'password',
    near: ['login', 'logon', 'log in', 'log on', 'sign in', 'signed in', 'sign-in', 'cred', 'connect'],
    pattern: regex(
      String.raw`\b(?:log(?:in|on| in| on)|credentials?|creds?|sign(?:ed)?[ -]in|connect(?:ed)?)(?:[ \t]{0,2}(?::|=|\bbeing|\bis|\bare|\bas|\bwith)){0,2}[ \t]{1,3}[\w.@\\-]{1,60}(?::|[ \t]{1,3}\/[ \t]{1,3}| with (?:the )?)${value}`,
    ),
    accepts: (secret) => isStrong(secret) && !/^\d+$/.test(secret),
  },
  {
    // "CREATE USER bob IDENTIFIED BY '…'", with the name of a plugin between or not.
    kind: 'password',
    near: ['identified'],
    pattern: regex(String.raw`\bidentified (?:with [\w"']{1,60} )?(?:by|as)(?: password)? ${value}`),
    accepts: given,
  },
  {
    // "LAPS: NB-LT-07 …", "admin / …", "u: admin p: …".
    kind: 'password',
    near: ['laps', 'admin', 'root', 'u:', 'user:', 'wifi', 'wi-fi', 'wlan'],
    pattern: regex(
      String.raw`(?<![\w.-])(?:laps\b[^\r\n:]{0,30}:?[ \t]{1,4}[\w.-]{1,60}[ \t:=>→-]{1,6}|(?:administrator|admin|root) ?\/ ?|u(?:ser)?: ?[\w.@\\-]{1,60},? p(?:w|ass)?: ?|(?:wi-?fi|wlan) (?:pass|key|pw) )${value}`,
    ),
    accepts: isUnmistakable,
  },
  {
    // "log on with mreyes and …".
    kind: 'password',
    near: ['login', 'logon', 'log in', 'log on', 'sign in', 'logged', 'connect'],
    pattern: regex(
      String.raw`\b(?:log(?:in|on|ged in|ged on| in| on)|sign(?:ed)?[ -]in|connect(?:ed)?) (?:with|as|using) [\w.@\\-]{1,60} and ${value}`,
    ),
    accepts: isUnmistakable,
  },
  {
    kind: 'PIN',
    near: ['pin'],
    pattern: regex(
      String.raw`(?<![a-z])pin(?: code| number)?(?:${assigned}["']?| (?:(?:is|was|to|now|ist|war|lautet|auf|est|es|è|é) ){0,2})(?<secret>\d{4,8})(?!\d|[.:/-]\d)`,
    ),
  },
]

function regex(source: string): RegExp {
  return new RegExp(source, 'gi')
}
