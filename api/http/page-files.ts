import type { Deps } from '../deps.ts'
import { notFound } from '../errors.ts'
import { isNamedByContent } from './headers.ts'

/**
 * The built UI over HTTP: a file where there is one, else the page, which routes the path itself. Throws `not_found` for a
 * file that is gone: a page in its place would be run as a script, and kept as one.
 */
export async function openFileOrPage(assets: Deps['assets'], request: Request): Promise<Response> {
  const answer = await assets(request)
  if (answer.status !== 404) return answer
  if (namesFile(new URL(request.url).pathname)) throw notFound()
  return openPage(assets, request, '/index.html')
}

/** One page of the built UI at another address than its own. */
export const openPage = (assets: Deps['assets'], { url, headers }: Request, page: string) =>
  assets(new Request(new URL(page, url), { headers }))

const namesFile = (path: string) => isNamedByContent(path) || /\.[a-z0-9]+$/i.test(path)
