import type { SecretPattern } from '../secret-pattern.ts'

// Prefixes and lengths are the services' own, published so that scanners find a leaked token. What comes before a
// prefix must not be of the token's own letters: one start per run of letters keeps a search linear.

/** Tokens that tell by their first letters who issued them. */
export const tokenPatterns: SecretPattern[] = [
  token('GitHub token', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], /(?<![a-zA-Z0-9])gh[opsur]_[A-Za-z0-9]{30,255}/g),
  token('GitHub token', ['github_pat_'], /(?<![a-zA-Z0-9])github_pat_\w{22,255}/g),
  token(
    'GitLab token',
    ['glpat-', 'gldt-', 'glrt', 'glptt-', 'glft-', 'glcbt-', 'gloas-', 'glimt-', 'glagent-', 'glsoat-', 'glffct-'],
    /(?<![a-zA-Z0-9])gl(?:pat|dt|rtr?|ptt|ft|cbt|oas|imt|agent|soat|ffct)-[\w-]{20,300}(?:\.[a-z0-9.]{2,20})?/g,
  ),
  token(
    'Slack token',
    ['xoxa-', 'xoxb-', 'xoxe', 'xoxo-', 'xoxp-', 'xoxr-', 'xoxs-', 'xoxc-', 'xoxd-'],
    /(?<![a-zA-Z0-9])xox[a-e.oprsx]{1,6}-[\w%-]{10,300}/g,
  ),
  token('Slack token', ['xapp-'], /(?<![a-zA-Z0-9])xapp-\d-[\w-]{10,300}/g),
  token('Stripe key', ['sk_live', 'sk_test', 'rk_live', 'rk_test'], /(?<![a-zA-Z0-9])[sr]k_(?:live|test)_\w{10,250}/g),
  token('webhook secret', ['whsec_'], /(?<![a-zA-Z0-9])whsec_[A-Za-z0-9+/=]{16,200}/g),
  token('Twilio key', ['sk'], /(?<![a-zA-Z0-9])SK[0-9a-f]{32}(?![0-9a-f])/g),
  token('SendGrid key', ['sg.'], /(?<![\w.])SG\.[\w-]{16,32}\.[\w-]{16,64}/g),
  token('Mailgun key', ['key-'], /(?<![\w-])key-[0-9a-f]{32}(?![0-9a-f])/g),
  token('Mailgun key', ['-'], /(?<![\w-])[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}(?![\w-])/g),
  token('Mailchimp key', ['-us'], /(?<![\w-])[0-9a-f]{32}-us\d{1,2}(?![\w-])/g),
  token('Anthropic key', ['sk-ant-'], /(?<![a-zA-Z0-9_-])sk-ant-[\w-]{16,250}/g),
  // Other words in lower case with hyphens begin with "sk-", too: these hold a digit.
  token(
    'OpenAI key',
    ['sk-'],
    /(?<![a-zA-Z0-9_-])sk-(?:proj-|svcacct-|admin-)?(?=[\w-]{0,60}\d)(?=[\w-]{0,60}[A-Z])[\w-]{20,250}/g,
  ),
  token('npm token', ['npm_'], /(?<![a-zA-Z0-9])npm_[A-Za-z0-9]{30,60}/g),
  token('PyPI token', ['pypi-'], /(?<![a-zA-Z0-9])pypi-[\w-]{50,500}/g),
  token('DigitalOcean token', ['dop_v1_', 'doo_v1_', 'dor_v1_'], /(?<![a-zA-Z0-9])do[opr]_v1_[0-9a-f]{64}/g),
  token('Cloudflare token', ['cfut_', 'cfat_', 'cfk_'], /(?<![a-zA-Z0-9])cf(?:ut|at|k)_[\w-]{40,80}/g),
  token('Cloudflare token', ['v1.0-'], /(?<![\w.])v1\.0-[0-9a-f]{24}-[0-9a-f]{100,200}/g),
  token('Vault token', ['hvs.', 'hvb.', 'hvr.'], /(?<![\w.])hv[sbr]\.[\w-]{20,300}/g),
  token('Terraform token', ['.atlasv1.'], /(?<![\w.])[A-Za-z0-9]{14}\.atlasv1\.[\w-]{50,80}/g),
  token('Telegram token', [':aa'], /(?<!\d)\d{8,10}:AA[\w-]{32,34}(?![\w-])/g),
  token('Discord token', ['.'], /(?<![\w.-])[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])/g),
  token('1Password token', ['ops_ey'], /(?<![a-zA-Z0-9])ops_ey[\w+/=-]{40,2000}/g),
  token('1Password secret key', ['a3-'], /(?<![\w-])A3-[A-Z0-9]{6}-[A-Z0-9]{6}(?:-[A-Z0-9]{5}){4}(?![\w-])/g),
  token('Atlassian token', ['atatt3', 'atctt3'], /(?<![a-zA-Z0-9])AT[AC]TT3[\w=-]{50,400}/g),
  token(
    'Shopify token',
    ['shpat_', 'shpca_', 'shppa_', 'shpss_'],
    /(?<![a-zA-Z0-9])shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/g,
  ),
  token('Tailscale key', ['tskey-'], /(?<![a-zA-Z0-9])tskey-[a-z]{2,12}-[\w-]{10,120}/g),
  token('Grafana token', ['glsa_', 'glc_ey'], /(?<![a-zA-Z0-9])gl(?:sa|c)_[\w+/=]{20,400}/g),
  token('New Relic key', ['nrak-'], /(?<![a-zA-Z0-9])NRAK-[A-Z0-9]{27}/g),
  token('Databricks token', ['dapi'], /(?<![a-zA-Z0-9])dapi[0-9a-f]{32}(?:-\d)?(?![0-9a-f])/g),
  token('Hugging Face token', ['hf_'], /(?<![a-zA-Z0-9])hf_[A-Za-z]{30,50}(?![A-Za-z0-9])/g),
  token('Linear key', ['lin_api_'], /(?<![a-zA-Z0-9])lin_api_[A-Za-z0-9]{32,60}/g),
  token('Notion token', ['ntn_'], /(?<![a-zA-Z0-9])ntn_[A-Za-z0-9]{40,60}/g),
  token('Postman key', ['pmak-'], /(?<![a-zA-Z0-9])PMAK-[0-9a-f]{24}-[0-9a-f]{34}/g),
  // Five parts when it is encrypted.
  token(
    'JSON web token',
    ['eyj'],
    /(?<![\w-])eyJ[\w-]{4,8000}\.[\w-]{2,8000}\.[\w-]{0,8000}(?:\.[\w-]{2,8000}\.[\w-]{2,200})?/g,
  ),
]

/** Keys of the clouds, by their form. */
export const cloudPatterns: SecretPattern[] = [
  token(
    'AWS access key',
    ['akia', 'asia', 'abia', 'acca'],
    /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
  ),
  token(
    'AWS session token',
    ['iqojb3jpz2lu', 'fwogzxivyxdz', 'fqogzxivyxdz'],
    /(?<![A-Za-z0-9+/])(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz)[A-Za-z0-9+/]{40,4000}={0,2}/g,
  ),
  token('Google API key', ['aiza'], /(?<![a-zA-Z0-9])AIza[\w-]{35}(?![\w-])/g),
  token('Google client secret', ['gocspx-'], /(?<![a-zA-Z0-9])GOCSPX-[\w-]{20,40}/g),
  token('Google access token', ['ya29.'], /(?<![\w.])ya29\.[\w-]{20,2000}/g),
  token('Google refresh token', ['1//0'], /(?<![\w/])1\/\/0[\w-]{30,200}/g),
  token(
    'Azure storage key',
    ['accountkey=', 'sharedaccesskey='],
    /(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/]{30,100}={0,2})/gi,
  ),
  token('Azure SAS signature', ['sig='], /(?<=[?&;"'\s]|amp;)sig=(?<secret>[A-Za-z0-9%+/=_-]{16,200})/gi),
  // The third letters are a version: 7Q~ and 8Q~ so far.
  token('client secret', ['q~'], /(?<![\w.~-])[\w.~-]{3}\dQ~[\w.~-]{31,40}(?![\w~-])/g),
  token(
    'refresh token',
    ['0.a', '1.a', 'm.c'],
    /(?<![\w.-])(?:[01]\.A[\w-]{40,100}\.[\w-]{100,4000}|M\.C\d{3}_[\w.!*$-]{50,2000})/g,
  ),
]

function token(kind: string, near: string[], pattern: RegExp): SecretPattern {
  return { kind, near, pattern }
}
