import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import { getMimeType } from 'hono/utils/mime'
import { preferredCoding } from './accept-encoding.ts'
import { isNamedByContent } from './headers.ts'

/** What the build writes beside a file (`vite.config.ts`), the smallest first. */
const codings = [
  { coding: 'br', extension: '.br' },
  { coding: 'gzip', extension: '.gz' },
  { coding: 'identity', extension: '' },
]

/**
 * Serves the built UI from a folder, on Bun: 404 where there is no such file. One that was compressed goes out in the
 * coding that the browser likes best, 406 where it takes none of them; 304 where it has the same bytes already.
 */
export function serveFiles(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const path = normalize(decodePath(new URL(request.url).pathname))
    const forms = isPublic(path) ? await formsOf(join(folder, path)) : []
    if (forms.length === 0) return missing(path)
    const form = forms.length === 1 ? forms[0] : preferredForm(request, forms)
    const headers = new Headers(forms.length > 1 ? { vary: 'accept-encoding' } : {})
    if (!form) return new Response(null, { status: 406, headers })
    if (!isNamedByContent(path)) headers.set('etag', tagOf(form))
    if (isKnown(request, headers.get('etag'))) return new Response(null, { status: 304, headers })
    if (form.coding !== 'identity') headers.set('content-encoding', form.coding)
    headers.set('content-type', getMimeType(path) ?? 'application/octet-stream')
    return new Response(form.bytes, { headers })
  }
}

type Form = { coding: string; bytes: Uint8Array<ArrayBuffer> }

/** Settings of the build begin with a dot; a compressed form is reached by its file's own name. */
const isPublic = (path: string) => !/\/\.|\.(br|gz)$/.test(path)

async function formsOf(file: string): Promise<Form[]> {
  const bytes = await Promise.all(codings.map(({ extension }) => readFile(file + extension).catch(() => null)))
  // A form that outlived its file is none.
  if (!bytes.at(-1)) return []
  return codings.flatMap(({ coding }, at) => {
    const form = bytes[at]
    return form ? { coding, bytes: new Uint8Array(form) } : []
  })
}

function preferredForm(request: Request, forms: Form[]): Form | undefined {
  const names = forms.map(({ coding }) => coding)
  const chosen = preferredCoding(request.headers.get('accept-encoding'), names)
  return forms.find(({ coding }) => coding === chosen)
}

const tagOf = ({ bytes }: Form) => `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`

function isKnown(request: Request, tag: string | null): boolean {
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  return tag !== null && known.some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))
}

const missing = (path: string) =>
  path === '/index.html'
    ? new Response('The UI is not built: run npm start.', { status: 503 })
    : new Response(null, { status: 404 })

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname).replaceAll('\0', '')
  } catch {
    return '/'
  }
}
