/** Words that stand after "password" or "token" in sentences, tables and event texts, and are none. */
const sentence_words = new Set(
  `a about above absent access account accepted active actual after again age all allowed already also always an and
  any are as asked at attempt attempts attribute authentication automatically bad based be because been before being
  below blank box but by called can cannot case change changed changes character characters check checked clear cleared
  complexity configured confirmed contains correct could created current currently day days default deleted denied
  did different disabled do does done during each either empty enabled encrypted enforced enter entered error exists
  expiration expire expired expires expiring expiry failed failure false field file fine for forgotten format found
  from generated given good hash hashed have he hello her hidden his history hour hours how i if in incorrect
  information input instead invalid is issue issued it its just last length level like limit list locked login logon lost
  manager managed masked match matches matching may maximum minimum minutes mismatch mismatched missing mode must my
  name needed needs never new next no none not null ok okay old on once one only option optional or our out output
  parameter password passwords per please policies policy present previous problem prompt prompted protected protection
  provided random read redacted received refused rejected removed renewed replaced required requirements requires reset
  resets revoked rotated rotation same save saved secret see sent set setting settings shared she should shown since so
  some still stored string success successful successfully sync synced switch system temporarily that the their them
  then there these they this those times to today token too true type undefined under unchanged unknown unless unset
  until unused updated use used user users using valid value via verification verified was way we weak were what when
  where which while who will with without working works would wrong yes yet you your
  siehe voir ver vedi zie strong sign submit cancel continue next username user-name id email e-mail host
  abgelaufen aktualisiert anfordern benutzer eingeben erforderlich falsch geändert gesetzt gesperrt ist kein korrekt
  leer nicht ungültig unbekannt vergessen wird wurde zurückgesetzt zurücksetzen
  changé compat doit files systemd est expiré incorrect invalide oublié pas réinitialisé requis bloqueada cambiada caducada caducó ha
  incorrecta inválida no olvidada requerida restablecida`.split(/\s+/),
)

const no_secrets: RegExp[] = [
  // Masks, and nothing.
  /^[*•●xX._#?\-–—…\s]+$/,
  /^\(?(?:n\/a|nil|\(null\)|\*+ ?hidden ?\*+)\)?$/i,
  // Placeholders: {{ password }}, ${x}, #{x}, <x>, [x], %x%, %s, {0}, !x!, %%1842.
  /^(?:\{\{|\$\{|\$\(|#\{|@\{)/,
  /^<[a-z][\w .:-]{0,60}>?$/i,
  /^\[[a-z_ .:-]{0,60}(?:\]|$)/i,
  /^\((?:\$|[a-z]+-[a-z]|[a-z ]{0,60}\)?$)/i,
  /^\{[\w .:-]{0,60}\}?$/,
  /^%(?:%?\w{1,60}%?|~?\d|[sdrv])%?$/,
  /^![A-Za-z_]{2,40}!$/,
  /^(?:your|my|the|some|enter|insert|change)[_-]/i,
  // Variables: $cred, $env:PASSWORD, $_.Password, $args[0], @password; but not $ummer2026.
  /^\$\{?(?:(?:env|script|global|using|local|private):)?[A-Za-z_]+\d{0,2}\}?(?:$|[.[(])/i,
  /^\$(?:\d|[?@*#!])$/,
  /^@(?:p|pass|password|pwd|pw|secret|token)\w{0,20}$/i,
  // Code that fetches one.
  /^(?:Read|Get|Import|ConvertTo|ConvertFrom|New|Select|Invoke|Unprotect|Generate|Create|Request|Retrieve|Find)-[A-Z][A-Za-z]+/,
  /^-[a-z]{2,12}$/i,
  /^\[["']/,
  /^[a-z_][\w.:>-]{1,60}\((?:[a-z_$@"'[][^!#%&]*)?$/i,
  /^(?:process|os|self|this|config|cfg|settings|options|opts|args|params|request|req|env|ctx|creds?|credentials?|secrets|vault|System|Environment)\.[A-Za-z_]/,
  // A page, a folder (PWD is the working directory), a number of days or letters.
  /^(?:https?|otpauth):\/\//i,
  /^\/(?:home|root|usr|var|etc|opt|tmp|mnt|srv|bin|run|Users|Library|workspace)(?:\/|$)/,
  /^(?:[A-Za-z]:\\|\\\\)/,
  /^\/[a-z]{1,20}:/i,
  /^\d{1,3}(?:[-–+]\d{0,3})?$/,
]

/** Whether what stands in the place of a secret is none: empty, a mask, a placeholder, a variable, a sentence's word. */
export function isPlain(value: string): boolean {
  const word = value.trim()
  return (
    word.length < 3 ||
    sentence_words.has(foldWord(word.replace(/^[*_]+/, ''))) ||
    no_secrets.some((pattern) => pattern.test(word))
  )
}

const foldWord = (word: string) => word.toLowerCase().replace(/[^\p{L}]+$/u, '')

/** Names of things that hold letters and digits as passwords do: codes, versions, dates, addresses, hosts, algorithms. */
const names: RegExp[] = [
  /^(?:KB|CVE-|S-1-|RFC|T)\d[\d.-]*$/i,
  /^(?:0x)?[0-9a-f]{1,8}h?$/i,
  /^v?\d+(?:[.,:/-]\d+)+[a-z]{0,3}$/i,
  /^\d{1,3}[-+]?[a-z]+$/i,
  /^[\w.+-]{1,80}@[\w-]{1,80}(?:\.[a-z0-9-]{1,60}){0,5}\.[a-z]{2,24}$/i,
  /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.[a-z][a-z0-9-]{1,24}$/i,
  /^(?:sha|aes|md|rc|ntlmv?|utf|tls|wpa|base|ipv|oauth|fido|type|level|version|windows|office|win|eap|http|ikev?|snmpv?|smbv?|mfa|pbkdf)[-_]?\d/i,
  /^[A-Z][A-Z0-9]{0,14}(?:-[A-Z0-9]{1,15}){0,3}$/,
  // A host by the customs of naming them: srv-fs01, nb-lt-07.
  /^(?:srv|nb|pc|ws|dc|ts|fs|lt|sql|app|web|db|sw|fw|ap|prn|rds|vm|esx|hv|nas|mail)-[a-z0-9-]{1,20}$/i,
  // A product with its version: SSH-2.0-OpenSSH_9.6, OpenSSL/3.0.2.
  /^[A-Za-z][A-Za-z_-]{1,30}[-_/]v?\d{1,4}(?:\.\d{1,5}){1,4}(?:[-_][A-Za-z][\w.]{0,30})?$/,
]

const guid = /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i

/** Whether a word of a sentence can only be a secret: letters with digits or marks, and no name of something else. */
export function isStrong(value: string): boolean {
  if (value.length < 4 || isPlain(value)) return false
  if (/^\d+$/.test(value)) return true
  if (guid.test(value) || names.some((pattern) => pattern.test(value))) return false
  const letters = /\p{L}/u.test(value)
  const marks = /[!@#$%^&*+=?~]./.test(value) || /(?:\d|[a-z][A-Z].*)[!@#$%^&*+=?~]$/.test(value)
  if (letters && (/\d/.test(value) || marks)) return true
  return value.length > 24 || value.split('-').length > 3
}

/** Whether it is a password with nothing said about it, as in "log on with mreyes, password Summer2026!". */
export function isUnmistakable(value: string): boolean {
  if (value.length < 6 || !isStrong(value)) return false
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[!@#$%^&*+=?~]/].filter((kind) => kind.test(value))
  if (value.length >= 10 && /[a-z0-9][!#$%^*~][a-z0-9]/i.test(value)) return true
  return kinds.length >= 3 || /[a-z]\d+[!@#$%^&*+=?~]|[!@#$%^&*+=?~][a-z]+\d/i.test(value)
}

/** Whether it was made at random, as tokens are, and not named by someone: my-tls-cert-2026. */
export function isToken(value: string): boolean {
  if (guid.test(value) || value.startsWith('eyJ')) return true
  if (/^(?:\d{1,5}|[a-z_]+|[a-z]+(?:[-./](?:[a-z]+|\d+))*)$/.test(value)) return value.length > 40
  return value.length >= 6 && isStrong(value)
}
