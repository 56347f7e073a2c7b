import { isPlain } from '../plain-values.ts'
import type { SecretPattern } from '../secret-pattern.ts'

/** Secrets in addresses and in the headers of a request. */
export const urlAndHeaderPatterns: SecretPattern[] = [
  {
    // Up to the last @ before the path: an @ in a password is often left as it is.
    kind: 'password in a URL',
    near: ['://'],
    pattern: /:\/\/[^\s/:@"'<>?#]{0,100}:(?<secret>[^\s/"'<>]{1,200})(?=@[\w[.-])/gi,
    accepts: given,
  },
  {
    kind: 'Slack webhook',
    near: ['hooks.slack.com'],
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[\w/-]{20,200})/gi,
  },
  {
    kind: 'Teams webhook',
    near: ['webhook.office.com', 'outlook.office'],
    pattern:
      /(?:webhook\.office\.com\/webhookb2|outlook\.office(?:365)?\.com\/webhook)\/(?<secret>[^\s"'<>]{20,400})/gi,
  },
  {
    kind: 'Discord webhook',
    near: ['/api/webhooks/'],
    pattern: /discord(?:app)?\.com\/api\/webhooks\/\d{1,25}\/(?<secret>[\w-]{20,120})/gi,
  },
  {
    kind: 'Google Chat webhook',
    near: ['chat.googleapis.com'],
    pattern: /chat\.googleapis\.com\/v1\/spaces\/(?<secret>[^\s"'<>]{20,400})/gi,
  },
  {
    kind: 'authorization code',
    near: ['code='],
    pattern: /[?&#]code=(?<secret>[\w.~%/-]{20,4000})/gi,
  },
  {
    // Also without its header. The words "Basic authentication" are letters of base64, too: it must decode to user:password.
    kind: 'Basic authorization',
    near: ['basic'],
    pattern: /\bBasic[ \t]{1,4}(?<secret>[A-Za-z0-9+/]{6,2000}={0,2})/gi,
    accepts: (secret) => decoded(secret).includes(':'),
  },
  {
    kind: 'bearer token',
    near: ['bearer'],
    pattern: /\bBearer[ \t]{1,4}(?<secret>[\w.~+/-]{12,8000}={0,2})/gi,
    accepts: (secret) => /\d/.test(secret) || secret.length > 32,
  },
  {
    kind: 'authorization header',
    near: ['authorization'],
    pattern:
      /authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:(?:token|apikey|api-key|key|bearer|basic|negotiate|ntlm)[ \t]{1,4})?(?<secret>[^\s"'<>,]{8,8000})/gi,
    accepts: (secret) => given(secret) && (/\d/.test(secret) || secret.length > 40),
  },
  {
    // Of several parts: a signature among them.
    kind: 'authorization header',
    near: ['authorization'],
    pattern:
      /authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:digest|aws4-hmac-sha256|sharedaccesssignature|sharedkey|oauth)[ \t]{1,4}(?<secret>[^\s<>][^\r\n<>]{7,8000})/gi,
  },
  {
    kind: 'Kerberos ticket',
    near: ['negotiate yii', 'doie', 'doif', 'doig', 'doih'],
    pattern:
      /(?:\bNegotiate[ \t]{1,4}(?<secret>YII[A-Za-z0-9+/]{40,100000}={0,2})|(?<![A-Za-z0-9+/])doI[E-H][A-Za-z0-9+/]{100,100000}={0,2})/g,
  },
  {
    kind: 'NTLM answer',
    near: ['tlrmtvntuaad'],
    pattern: /(?<![A-Za-z0-9+/])TlRMTVNTUAAD[A-Za-z0-9+/]{20,8000}={0,2}/g,
  },
  {
    kind: 'cookie',
    near: ['cookie'],
    pattern: /\b(?:set-)?cookie["']?[ \t]{0,4}:[ \t]{0,4}["']?[^\s=;"']{1,200}=(?<secret>[^\r\n"']{4,8000})/gi,
    accepts: given,
  },
  {
    kind: 'session cookie',
    near: ['sess', '.aspxauth', 'fedauth', 'rtfa', 'estsauth', 'connect.sid', 'identity.application', 'aspnetcore'],
    pattern:
      /(?:JSESSIONID|PHPSESSID|ASP\.NET_SessionId|\.AspNetCore\.[\w.]{1,60}|\.ASPXAUTH|FedAuth|rtFa|ESTSAUTH\w{0,20}|connect\.sid|session_?id)=(?<secret>[^\s;,"'<>]{8,8000})/gi,
    accepts: given,
  },
]

function given(secret: string): boolean {
  return !isPlain(secret)
}

function decoded(base64: string): string {
  try {
    return atob(base64)
  } catch {
    return ''
  }
}
