import { cardNumber, digits, hex, jwt, letters, lower, made, pem, type Secret, upper } from './made-up.ts'
import { passwordSecrets } from './password-secrets.ts'

const url_letters = `${letters}_-`

const whole = (kind: string, secret: string, say = (value: string) => `Use ${value} for it`): Secret => ({
  kind,
  text: say(secret),
  secret,
})

const tokens: Secret[] = [
  ...['p', 'o', 'u', 's', 'r'].map((type) => whole('GitHub token', `gh${type}_${made(36)}`)),
  whole('GitHub token', `github_${'pat'}_${made(22)}_${made(59)}`),
  ...['pat', 'dt', 'rt', 'ptt'].map((type) => whole('GitLab token', `gl${type}-${made(20)}`)),
  whole('Slack token', `xoxb-${made(12, digits)}-${made(12, digits)}-${made(24)}`),
  whole('Slack token', `xapp-1-${made(11, upper)}-${made(13, digits)}-${made(64, hex)}`),
  whole('Stripe key', `sk_${'live'}_${made(24)}`),
  whole('Stripe key', `rk_${'live'}_${made(24)}`),
  whole('webhook secret', `whsec_${made(32)}`),
  whole('Twilio key', `SK${made(32, hex)}`),
  whole('SendGrid key', `SG.${made(22)}.${made(43)}`),
  whole('Mailgun key', `key-${made(32, hex)}`),
  whole('Mailchimp key', `${made(32, hex)}-us14`),
  whole('OpenAI key', `sk-${'proj'}-A1${made(46)}`),
  whole('Anthropic key', `sk-ant-${'api03'}-${made(93, url_letters)}AA`),
  whole('npm token', `npm_${made(36)}`),
  whole('PyPI token', `pypi-AgEIcHlwaS5vcmc${made(70, url_letters)}`),
  whole('DigitalOcean token', `dop_v1_${made(64, hex)}`),
  whole('Cloudflare token', `cfut_${made(48)}`),
  whole('Cloudflare token', made(40), (value) => `CLOUDFLARE_API_TOKEN=${value}`),
  whole('Vault token', `hvs.${made(24)}`),
  whole('Terraform token', `${made(14)}.atlasv1.${made(67)}`),
  whole('Telegram token', `${made(10, '123456789')}:AA${made(33)}`),
  whole('Discord token', `M${made(25)}.${made(6)}.${made(38)}`),
  whole('1Password token', `ops_eyJ${made(250)}`),
  whole('Atlassian token', `ATATT3x${made(180)}`),
  whole('Tailscale key', `tskey-auth-${made(12)}-${made(32)}`),
  whole('Grafana token', `glsa_${made(32)}_${made(8, hex)}`),
  whole('JSON web token', jwt()),
]

const cloud: Secret[] = [
  whole('AWS access key', `AKIA${made(16, `${upper}234567`)}`),
  whole('AWS access key', `ASIA${made(16, `${upper}234567`)}`),
  whole('AWS secret key', `a1${made(38, `${letters}/+`)}`, (value) => `aws_secret_access_key = ${value}`),
  whole('AWS session token', `IQoJb3JpZ2lu${made(300, `${letters}/+`)}`),
  whole('AWS session token', made(200), (value) => `aws_session_token=${value}`),
  whole('Google API key', `AIza${made(35)}`),
  whole('Google client secret', `GOCSPX-${made(28)}`),
  whole('Google access token', `ya29.${made(120)}`),
  whole(
    'Azure storage key',
    `${made(86, `${letters}/+`)}==`,
    (value) => `AccountName=acme;AccountKey=${value};EndpointSuffix=core.windows.net`,
  ),
  whole(
    'Azure SAS signature',
    `${made(42)}%3D`,
    (value) => `https://acme.blob.core.windows.net/x?sv=2024-11-04&sp=r&sig=${value}`,
  ),
  whole('client secret', `${made(3)}8Q~${made(34)}`),
  whole('client secret', made(32), (value) => `{"client_id":"northbeam","client_secret":"${value}"}`),
  whole('refresh token', made(80), (value) => `"refresh_token": "${value}"`),
  whole('access token', made(80), (value) => `"access_token": "${value}", "expires_in": 3600`),
  whole('API key', made(32), (value) => `x-api-key: ${value}`),
  whole('API key', `ctl_${made(4, digits)}_acme`, (value) => `the controller API key ${value} works`),
  whole('Twilio auth token', made(32, hex), (value) => `TWILIO_AUTH_TOKEN=${value}`),
  whole('private key', `b2${made(14)}`, (value) => `{"companyId":"northbeam","publicKey":"x","privateKey":"${value}"}`),
  whole('token', `q7${made(30)}`, (value) => `agent --token ${value} --site acme`),
  whole('secret', `q7${made(30)}`, (value) => `secret: "${value}"`),
]

const headers: Secret[] = [
  whole('Basic authorization', btoa(`mreyes:${made(12)}`), (value) => `Authorization: Basic ${value}`),
  whole('bearer token', made(40), (value) => `Authorization: Bearer ${value}`),
  whole('cookie', made(32), (value) => `Set-Cookie: sid=${value}`),
  whole('session cookie', made(24), (value) => `GET /x;JSESSIONID=${value}`),
  whole('Kerberos ticket', `YII${made(200)}`, (value) => `WWW-Authenticate: Negotiate ${value}`),
  whole('NTLM answer', `TlRMTVNTUAAD${made(120)}`),
  whole('authorization code', `0.AX${made(60)}`, (value) => `https://localhost/callback?code=${value}&state=7`),
  whole(
    'Slack webhook',
    `T${made(8, upper)}/B${made(8, upper)}/${made(24)}`,
    (value) => `https://hooks.slack.com/services/${value}`,
  ),
  whole(
    'Teams webhook',
    `${made(8, hex)}@${made(8, hex)}/IncomingWebhook/${made(32, hex)}`,
    (value) => `https://acme.webhook.office.com/webhookb2/${value}`,
  ),
  whole('Discord webhook', made(68), (value) => `https://discord.com/api/webhooks/123456789012345678/${value}`),
]

const keys: Secret[] = [
  ...[
    'RSA PRIVATE KEY',
    'EC PRIVATE KEY',
    'OPENSSH PRIVATE KEY',
    'ENCRYPTED PRIVATE KEY',
    'PRIVATE KEY',
    'PGP PRIVATE KEY BLOCK',
  ].map((label) => ({ kind: 'private key', ...pem(label) })),
  whole(
    'private key',
    made(200),
    (value) => `"private_key": "-----BEGIN ${'PRIVATE'} KEY-----\\n${value}\\n-----END ${'PRIVATE'} KEY-----\\n"`,
  ),
  whole('private key', `${made(64)}\n${made(64)}`, (value) => `-----BEGIN RSA ${'PRIVATE'} KEY-----\n${value}`),
  whole(
    'private key',
    `${made(64)}\n${made(40)}\n`,
    (value) => `PuTTY-User-Key-File-3: ssh-ed25519\nPrivate-Lines: 2\n${value}Private-MAC: 00`,
  ),
  whole('protected string', `01000000d08c9ddf0115d1118c7a00c04fc297eb${made(200, hex)}`),
  whole('password hash', `${made(32, hex)}:${made(32, hex)}`, (value) => `Administrator:500:${value}:::`),
  whole('password hash', `$6$${made(16)}$${made(86)}`, (value) => `root:${value}:19800:0:99999:7:::`),
  whole('password hash', `$2b$12$${made(53)}`),
  whole('password hash', made(32, hex), (value) => `   * NTLM     : ${value}`),
  whole('BitLocker recovery key', Array.from({ length: 8 }, () => made(6, digits)).join('-')),
  whole('Windows product key', Array.from({ length: 5 }, () => made(5, 'BCDFGHJKMPQRTVWXY2346789')).join('-')),
  whole('license key', `ACME-${made(12)}-7x`, (value) => `License key: ${value}`),
  whole(
    'license key',
    `ACME-${made(4, upper)}-${made(4, digits)}-${made(4, upper)}`,
    (value) => `with the licence ${value}`,
  ),
  whole('recovery key', `k7${made(20)}`, (value) => `FileVault recovery key: ${value}`),
]

const codes: Secret[] = [
  whole('TOTP secret', made(32, `${upper}234567`), (value) => `otpauth://totp/Acme:mreyes?secret=${value}&issuer=Acme`),
  whole('TOTP secret', made(32, `${upper}234567`), (value) => `TOTP secret: ${value}`),
  whole('TOTP secret', made(24, upper), (value) => `the authenticator secret ${value} is to be used`),
  whole('one-time code', made(6, digits), (value) => `The verification code ${value} came by SMS`),
  whole('one-time code', made(6, digits), (value) => `${value} is your Acme verification code`),
  whole(
    'recovery codes',
    `1${made(7, lower)} 2${made(7, lower)} 3${made(7, lower)}`,
    (value) => `Recovery codes: ${value}`,
  ),
  whole('temporary access pass', `a7K${made(5)}+x`, (value) => `Temporary access pass: ${value}`),
  whole('PIN', made(4, '123456789'), (value) => `Her voicemail PIN is ${value}.`),
  whole('card number', cardNumber()),
  whole('bank account number', 'DE89370400440532013000', (value) => `IBAN: ${value}`),
  whole('social security number', `219-09-${made(4, digits)}`, (value) => `SSN ${value}`),
]

/** At least one of every kind that must never leave, all made up. */
export const secrets: Secret[] = [...passwordSecrets, ...tokens, ...cloud, ...headers, ...keys, ...codes]
