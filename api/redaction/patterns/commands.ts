import { isPlain, isStrong, isToken } from '../plain-values.ts'
import type { SecretPattern } from '../secret-pattern.ts'
import { value } from './value.ts'

const given = (secret: string) => !isPlain(secret) && !/^[-/]/.test(secret)

/** The rest of a command before the option that is looked for; it ends where the next command begins. */
const options = String.raw`(?:\.exe)?\b[^\r\n|;]{0,300}?[ \t]`

/** Passwords at places only the command knows, and of options whose name says so. */
export const commandPatterns: SecretPattern[] = [
  option('password', ['pass', 'pwd', 'pw'], 'password|passwd|passphrase|passcode|pwd|pass|pw|userpass', given),
  option(
    'shared secret',
    ['psk', 'shared'],
    'sharedsecret|shared-secret|psk|pre-?shared-?key|sharedkey|shared-key',
    given,
  ),
  option('token', ['token', 'secret', 'key'], 'token|secret|api-?key|secret-?key|access-?key|auth-?key', isToken),
  {
    kind: 'password',
    near: ['securestring'],
    pattern: regex(String.raw`ConvertTo-SecureString(?:[ \t]{1,4}-(?:AsPlainText|Force|String))*[ \t]{1,4}${value}`),
    accepts: given,
  },
  {
    kind: 'password',
    near: ['securestring'],
    pattern: regex(String.raw`["'](?<secret>[^"'\r\n]{1,200})(?=["'][ \t]{0,4}\|[ \t]{0,4}ConvertTo-SecureString)`),
    accepts: given,
  },
  {
    kind: 'password',
    near: ['net use', 'net.exe use'],
    pattern: regex(
      String.raw`\bnet1?(?:\.exe)?[ \t]{1,4}use[ \t]{1,4}(?:[a-z*]:?[ \t]{1,4})?"?\\\\[^\s"]{1,200}"?[ \t]{1,4}${value}`,
    ),
    accepts: (secret) => given(secret) && secret !== '*',
  },
  {
    kind: 'password',
    near: ['/user:', '/u:'],
    pattern: regex(
      String.raw`\bnet1?(?:\.exe)?[ \t]{1,4}use\b[^\r\n|;]{0,300}?[ \t]\/u(?:ser)?:(?:"[^"\r\n]{1,100}"|\S{1,100})[ \t]{1,4}${value}`,
    ),
    accepts: given,
  },
  {
    // With no option after it, "net user" may be a sentence about the command.
    kind: 'password',
    near: ['net user', 'net.exe user', 'net1 user'],
    pattern: regex(
      String.raw`\bnet1?(?:\.exe)?[ \t]{1,4}user[ \t]{1,4}(?:"[^"\r\n]{1,100}"|[^\s"\/]{1,100})[ \t]{1,4}${value}(?<option>(?=["']?[ \t]{1,4}\/))?`,
    ),
    accepts: (secret, { option }) => (option === undefined ? isStrong(secret) : given(secret)),
  },
  {
    // /p:x of mstsc and others, /pass:x of cmdkey, /rp x of schtasks; but not msbuild's /p:Configuration=Release.
    kind: 'password',
    near: ['/p:', '/pw:', '/pass:', '/pd:', '/rp '],
    pattern: regex(String.raw`(?<![^\s"'])\/(?:(?:p|pw|pass|pd|rp):|rp[ \t]{1,4})${value}`),
    accepts: (secret) => given(secret) && !/^[\w.]{1,60}=/.test(secret),
  },
  {
    kind: 'password',
    near: ['curl', 'wget', 'http '],
    pattern: regex(
      String.raw`\b(?:curl|wget|http)${options}(?:-u|--user|-U|--proxy-user|-a)[ \t=]{0,4}["']?[^\s:"'/]{1,100}:(?<secret>[^\s"']{1,200})`,
    ),
    accepts: given,
  },
  sensitive(['mysql', 'mariadb'], 'mysql(?:dump|admin|import)?|mariadb(?:-dump)?', `-p(?![ \\t])`),
  sensitive(['7z'], '7za?', `-p(?![ \\t])`),
  sensitive(
    ['psexec', 'sshpass', 'docker', 'podman', 'helm', 'az login', 'winrs', 'mongo', 'expect'],
    '(?:[Pp]s[Ee]xec(?:64)?|sshpass|(?:docker|podman|helm|az)[ \\t]{1,4}(?:registry )?login|winrs|mongo(?:sh|dump|restore)?)',
    `-p[ \\t:]{1,4}`,
  ),
  sensitive(['sshpass'], 'sshpass', `-p(?![ \\t])`),
  sensitive(['plink', 'pscp', 'putty', 'psftp'], '(?:plink|pscp|putty|psftp)', `-pw[ \\t]{1,4}`),
  sensitive(['sqlcmd', 'osql', 'bcp', 'isql'], '(?:sqlcmd|osql|bcp|isql)', `-P[ \\t]{0,4}`),
  sensitive(['zip'], '(?:un)?zip', `-P[ \\t]{0,4}`),
  sensitive(['ldap'], 'ldap(?:search|add|modify|delete|whoami|passwd)', `-w[ \\t]{0,4}`),
  sensitive(['redis-cli'], 'redis-cli', `-a[ \\t]{1,4}`),
  sensitive(
    ['smbclient', 'rpcclient', 'winexe'],
    '(?:smbclient|rpcclient|winexe)',
    `-U[ \\t]{0,4}["']?[^\\s%"']{1,100}%`,
  ),
  sensitive(['htpasswd'], 'htpasswd', `-\\w{0,6}b\\w{0,6}[ \\t]{1,4}\\S{1,200}[ \\t]{1,4}\\S{1,100}[ \\t]{1,4}`),
  {
    kind: 'password',
    near: ['pass:'],
    pattern: regex(String.raw`-pass(?:in|out)?[ \t]{1,4}["']?pass:(?<secret>[^\s"']{1,200})`),
    accepts: given,
  },
  {
    kind: 'password',
    near: ['chpasswd', '--stdin'],
    pattern: regex(
      String.raw`\becho[ \t]{1,4}(?:-\w[ \t]{1,4})?["']?(?:[\w.-]{1,60}:)?(?<secret>[^\s"'|]{3,200})(?=["']?[ \t]{0,4}\|[^\r\n]{0,60}(?:chpasswd|--stdin))`,
    ),
    accepts: given,
  },
]

/** An option -Name value, --name value; with = or : in between it is an assignment as any other. */
function option(kind: string, near: string[], names: string, accepts: (secret: string) => boolean): SecretPattern {
  return {
    kind,
    near,
    pattern: regex(String.raw`(?<![\w-])--?(?:[a-z][\w-]{0,30}?)?(?:${names})[ \t]{1,4}${value}`),
    accepts: (secret) => given(secret) && accepts(secret),
  }
}

/** A command whose options differ by case: mysql's -p is the password and -P the port. */
function sensitive(near: string[], command: string, name: string): SecretPattern {
  return {
    kind: 'password',
    near,
    pattern: new RegExp(String.raw`\b(?:${command})${options}${name}${value}`, 'g'),
    accepts: given,
  }
}

function regex(source: string): RegExp {
  return new RegExp(source, 'gi')
}
