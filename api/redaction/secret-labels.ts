import { saysSecret } from './secret-names.ts'

// What people call a secret, in the languages of those who write tickets: in a question, a form, the head of a column.
// What is longer and holds one ("Admin-Passwort", "WLANPasswort") is one as well, so only short words have borders.
const passwords = String.raw`pass(?:word|wd|wort|wörter|phrase|code|key|ord)s?|kennw(?:o|ö)rt(?:er)?|pwd|contrase(?:ñ|n)as?|mots? de passe|wachtwoord(?:en)?|l(?:ö|o)senord|adgangskode|salasana|palavra[- ]passe|parola d.ordine|has(?:ł|l)o|heslo|jelsz(?:ó|o)|(?<!\p{L})(?:senhas?|mdp|pw|parol[aă]?|pin(?:-?code)?|puk|psk|cvv|otp|totp|tan|creds?|contras)(?!\p{L})|пароль|пароля|密码|密碼|口令|パスワード|비밀번호|암호`
const accesses = `credentials?|zugangsdaten|anmeldedaten|logindaten|anmeldeinformationen|identifiants|credenciales|credenziali|credenciais|inloggegevens|login (?:data|details)|secrets?(?!ary|ari)|geheimnis|passphrase`
const keys = String.raw`(?:api|access|secret|private|shared|pre-?shared|encryption|master|signing|recovery|licen[sc]e|product|activation|wi-?fi|wlan|wireless|network|wpa2?|guest|hotspot|security|bitlocker|filevault|storage|account|ssh|vpn|radius)[ _-]?keys?|(?:wlan|wi-?fi|wpa2?|netzwerk|sicherheits|wiederherstellungs|api|lizenz|produkt|zugangs|zugriffs|bitlocker|geheim|verschlüsselungs)-?schlüssel|(?:cl(?:é|e)f?|clave|chiave|chave|sleutel)s?(?: (?:d['’]|de |di |do |da |del |de la |de l['’]|van )?(?:api|wi-?fi|wlan|réseau|sécurité|récupération|licence|produit|acceso|red|seguridad|recuperación|licencia|producto|accesso|rete|sicurezza|ripristino|licenza|rede|segurança|wpa|bitlocker))|(?:beveiligings|herstel|netwerk|licentie|wifi)-?sleutel|(?:api|access|bearer|refresh|auth|session|registration|enrol?l?ment)?[ _-]?(?<!\p{L})tokens?(?!\p{L})`
const codes = String.raw`(?:recovery|backup|scratch|verification|security|confirmation|one[- ]?time|mfa|2fa|otp|sms|unlock|access|door|gate|alarm|entry|safe|activation|licen[sc]e|login|sign-?in|pairing)[ _-](?:codes?|combination)|(?:wiederherstellungs|bestätigungs|sicherheits|einmal|sicherungs|tür|alarm|zugangs|freischalt|aktivierungs)-?codes?|codes? (?:de |d['’]|di )(?:récupération|secours|vérification|accès|recuperación|verificación|acceso|seguridad|recupero|verifica|sicurezza)|community[ _-]?string|seed[ _-]?phrase|temporary access pass|(?<!\p{L})tap(?!\p{L})`
const noun = `(?:${passwords}|${accesses}|${keys}|${codes})`

// "password policy", "token lifetime", "Passwortrichtlinie": a word about the secret, of which none is told.
const about = String.raw`(?:[ _-]?(?:polic(?:y|ies)|length|age|expir\p{L}*|history|hash|manager|prompt|field|complexity|last|lockout|rotation|requirements?|rules?|status|state|type|count|limit|errors?|issues?|problems?|dialog|box|page|link|screen|window|protection|protected|sync|reset|resets|change|changes|changed|set(?:ting)?s?|attempts?|lifetime|lease|id|ids|name|server|provider|vault|store|form|format|is|was|were|has|have|does|did|works?|fails?|failed|accepted|rejected|correct|wrong|valid|invalid|required|needed|in use|stored)(?!\p{L})|-?(?:richtlinie|ablauf|länge|änderung|manager|abfrage|feld|fehler|verlauf|schutz))`

const mention = regex(noun)
const asked_for = [
  // What is the new admin password? Wie lautet das Kennwort? Quel est le mot de passe ?
  regex(
    String.raw`(?<!\p{L})(?:what|which|what['’]s|whats|was (?:ist|war|lautet)|wie (?:lautet|ist|heißt)|welche[rsn]?|quel(?:le)?s?|cu[aá]l(?:es)?|qu[eé]|qual[ie]?|wat|welke?|hoe luidt|vad|hvad|hva)(?:['’]s)?(?: (?!happens|error|message|kind|type|user|users|does|did|do|changed|changes|when|passiert|fehler|you|sie)[^\s?]{1,40}){0,7}? ?[^\s?]{0,30}?${noun}(?!${about})`,
  ),
  regex(String.raw`(?<!\p{L})(?:what|which) [^?\n]{0,30}?${noun} (?:did|do|does|is|was|has|have)(?!\p{L})`),
  // Can you give me the password? Please enter it. Read the key. Wissen Sie das Passwort?
  regex(
    String.raw`(?<!\p{L})(?:tell|give|share|send|provide|know|have|remember|enter|type|show|read|get|list|dump|export|retrieve|find|note|copy|paste|reveal|record|say|state|supply|nennen?|gib|geben|sagen?|verraten|kennen|wissen|eingeben|anzeigen|zeigen|donne[rz]?|indique[rz]?|saisi[rs]\p{L}{0,3}|affiche[rz]?|dígame|dame|indique|introduzca|geef|dimmi|inserisci)(?!\p{L})[^?\n]{0,60}?${noun}(?!${about})`,
  ),
]
// Reset the password, verify that the key works, when did it expire: none is asked for.
const other_business = regex(
  String.raw`^\W{0,5}(?:(?:please|bitte|then|now|and) )?(?:where|when|who|whose|how|why|wo|wann|wer|wem|wie (?!lautet|ist|heißt)|warum|où|quand|qui|comment|pourquoi|d[oó]nde|cu[aá]ndo|qui[eé]n|c[oó]mo|is|are|was (?!ist|lautet|war)|were|do|does|did|has|have|had|can|could|will|would|should|must|may|ist|sind|hat|haben|hatte|wurde|wurden|kann|können|muss|est-ce|a-t-|avez|reset|change|test|verify|check|confirm|rotate|expire|set|clear|update|delete|remove|disable|enable|try|make|ensure|look|see|compare|force|review|renew|sync|count|prüfen?|testen?|ändern?|setzen?|zurücksetzen)(?!\p{L})`,
)
const whole_mention = regex(String.raw`${noun}(?!${about})(?:\P{L}|$)`)

/** No label is longer; what is reads as text. */
const longest_label = 400
/** A form's label or a column's head; more is a sentence. */
const most_words = 12

/**
 * What a label says of the value beside it: 'secret' where it asks for one ("Neues Kennwort?", "recovery code"), 'near'
 * where it only speaks of one ("Reset the password"), null otherwise.
 */
export function judgeLabel(label: string): 'secret' | 'near' | null {
  const words = label.trim().normalize('NFKC')
  if (words.length > longest_label) return null
  const is_name = !other_business.test(words) && words.split(/\s+/).length <= most_words
  if (is_name && (saysSecret(words) || whole_mention.test(words))) return 'secret'
  if (!mention.test(words)) return null
  return asked_for.some((way) => way.test(words)) ? 'secret' : 'near'
}

function regex(source: string): RegExp {
  return new RegExp(source, 'iu')
}

const hint =
  /pass|kenn[wd]|pwd|pw|pin|puk|psk|tan|tap|otp|cvv|senha|mdp|parol|contras|wachtw|senord|adgang|salasana|palavra|has[łl]o|heslo|jelsz|cred|daten|identif|inlog|login|secret|geheim|key|schlüssel|cl[eé]|clave|chiave|chave|sleutel|token|code|combination|string|phrase|парол|密|口令|パス|비밀|암호/i

/** Whether a line is worth judging: cheap, and asked for every line. */
export const mayNameSecret = (line: string) => hint.test(line) && mention.test(line)
