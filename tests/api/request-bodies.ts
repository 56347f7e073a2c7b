/**
 * A body that each call takes, in which an id stands by the words that a path would have for it. A call that takes a body
 * and has none here fails `every-route.test.ts`.
 */
export const bodies: Record<string, Record<string, unknown>> = {
  'POST /api/v1/auth/sign-up/email': {
    name: 'Lee Park',
    email: 'lee.park@northbeam.test',
    password: 'a long enough password',
    account_name: 'Lee Park',
  },
  'POST /api/v1/auth/sign-in/email': { email: 'lee.park@northbeam.test', password: 'a wrong password' },
  'POST /api/v1/auth/sign-in/social': { provider: 'microsoft', callbackURL: '/pilot' },
  'POST /api/v1/auth/change-password': {
    current_password: 'a wrong password',
    new_password: 'a long enough password',
    sign_out_others: true,
  },
  'POST /api/v1/me/account': { account_id: 'accounts/:account_id' },
  'PATCH /api/v1/members/:user_id': { role: 'engineer' },
  'POST /api/v1/members/invitations': { email: 'lee.park@northbeam.test', role: 'engineer' },
  'PATCH /api/v1/account': { name: 'Northbeam IT' },
  'PATCH /api/v1/account/settings': { preferences: { templatize_prompt_enabled: true, landing_page: 'dashboard' } },
  'PUT /api/v1/psa-connection': {
    provider: 'connectwise',
    site: 'na.myconnectwise.net',
    company_id: 'northbeam',
    public_key: 'Qm7dNorthbeamPub1',
    private_key: 'x4TnorthbeamPriv9',
    client_id: '5d1f6a0e-3c4b-4f0e-9a57-8e2b6c1d7f30',
    statuses: { resolved: { 'service-desk': 'resolved' }, escalated: {} },
  },
  'POST /api/v1/tickets': {
    summary: 'VPN drops after MFA prompt',
    description: 'About a minute after the prompt',
    company: 'Acme Dental',
    contact: 'Dana Whitfield',
  },
  'POST /api/v1/tickets/ai-parse': { text: 'VPN drops after the MFA prompt at Acme Dental' },
  'POST /api/v1/ai-sessions': {
    title: 'VPN',
    problem: 'VPN drops after MFA',
    ticket_ref: '48213',
    session_type: 'chat',
  },
  'PATCH /api/v1/ai-sessions/:id': { title: 'VPN', status: 'paused', ticket_ref: '48213' },
  'POST /api/v1/ai-sessions/:id/messages': { content: 'It drops', item_ids: ['items/:item_id'] },
  'PATCH /api/v1/ai-sessions/:id/task-lane/items/:item_id': { answer: 'Since Monday', status: 'done' },
  'POST /api/v1/ai-sessions/:id/facts': { text: 'The tunnel drops since Monday' },
  'PATCH /api/v1/ai-sessions/:id/facts/:fact_id': { text: 'The tunnel drops since Tuesday' },
  'POST /api/v1/ai-sessions/:id/suggested-fixes': { title: 'Filled the tray', cause: 'It was empty.' },
  'POST /api/v1/ai-sessions/:id/suggested-fixes/:fix_id/decision': {
    decision: 'one_off',
    script: { language: 'powershell', body: 'Get-Service' },
  },
  'POST /api/v1/ai-sessions/:id/suggested-fixes/:fix_id/apply': {},
  'POST /api/v1/ai-sessions/:id/suggested-fixes/:fix_id/outcome': { outcome: 'awaiting', note: 'A reboot' },
  ...Object.fromEntries(
    ['resolution-note', 'escalation-package'].flatMap((artifact) => [
      [`POST /api/v1/ai-sessions/:id/${artifact}/preview`, { markdown: '## Problem' }],
      [`POST /api/v1/ai-sessions/:id/${artifact}/post`, { markdown: '## Problem', fingerprint: 'of an old preview' }],
      [`POST /api/v1/ai-sessions/:id/${artifact}/settle`, { action: 'check_again' }],
    ]),
  ),
  'POST /api/v1/ai-sessions/:id/facts/wording': { item_id: 'items/:item_id' },
  'POST /api/v1/ai-sessions/:id/facts/promote': { item_id: 'items/:item_id', text: 'It drops since Monday' },
}

const isId = (text: unknown): text is string => typeof text === 'string' && /^[\w-]+\/:\w+$/.test(text)

/** The body as it is sent, with these ids in it. */
export const withIds = (body: unknown, ids: Record<string, string>): string =>
  JSON.stringify(body, (_, value) => (isId(value) ? ids[value] : value))

/** What of everything this body names by an id. */
export const idsIn = (body: unknown): string[] => textsOf(body).filter(isId)

function textsOf(body: unknown): string[] {
  if (typeof body === 'string') return [body]
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(textsOf) : []
}

/** The same body with one of its texts, ids left alone, replaced: once for each of them. */
export function withEachText(body: unknown, replace: (text: string) => string): unknown[] {
  if (typeof body === 'string') return isId(body) ? [] : [replace(body)]
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([key, value]) =>
    withEachText(value, replace).map((changed) =>
      Array.isArray(body) ? body.with(Number(key), changed) : { ...body, [key]: changed },
    ),
  )
}
