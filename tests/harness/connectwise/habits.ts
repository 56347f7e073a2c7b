import type { RecordedRequest } from './requests.ts'

const flags = [
  'detailDescriptionFlag',
  'internalAnalysisFlag',
  'resolutionFlag',
  'processNotifications',
  'customerUpdatedFlag',
]
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const versioned = /^application\/vnd\.connectwise\.com\+json; version=\d{4}\.\d+$/
const with_secrets = /^\/(company\/(contacts|configurations)|system\/members)(\/|$)/
const secrets = /\b(portalPassword|questions|password|token)\b/

/** Which requests to the API broke a habit of good clients, and which; empty when all is well. */
export function brokenHabits(requests: RecordedRequest[]): string[] {
  return requests
    .filter(({ base }) => base !== '')
    .flatMap((request) => habitsBrokenBy(request).map((habit) => `${request.method} ${request.path}: ${habit}`))
}

function habitsBrokenBy({ method, path, headers, query, body, authorized }: RecordedRequest): string[] {
  const broken: string[] = []
  if (!authorized) broken.push('has no right keys')
  if (!guid.test(headers.clientid ?? '')) broken.push('has no client id')
  if (!versioned.test(headers.accept ?? '')) broken.push('names no version')
  if (with_secrets.test(path) && !query.fields) broken.push('asks for every field, secrets among them')
  if (secrets.test(query.fields ?? '')) broken.push('asks for a secret')
  if (method === 'POST' && path.endsWith('/notes'))
    broken.push(...missingFlags(body).map((flag) => `leaves ${flag} out`))
  return broken
}

function missingFlags(body: unknown): string[] {
  const sent = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return flags.filter((flag) => !sent.some(([name, value]) => name === flag && typeof value === 'boolean'))
}
