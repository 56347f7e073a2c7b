import { join, normalize } from 'node:path'

/** Serves the built UI from a folder, on Bun: a file where there is one, else the page, which routes the path itself. */
export function serveFiles(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const path = normalize(decodePath(new URL(request.url).pathname))
    const file = Bun.file(join(folder, path))
    if (path !== '/' && (await file.exists())) {
      return new Response(file)
    }
    const page = Bun.file(join(folder, 'index.html'))
    if (!(await page.exists())) return new Response('The UI is not built: run npm start.', { status: 503 })
    return new Response(page)
  }
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname).replaceAll('\0', '')
  } catch {
    return '/'
  }
}
