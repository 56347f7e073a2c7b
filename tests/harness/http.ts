import { randomUUID } from 'node:crypto'
import { EventSourceParserStream } from 'eventsource-parser/stream'

/** A server that listens, by its address, or an app in this process, by its `fetch`. */
export type Server = string | { fetch: (request: Request) => Response | Promise<Response> }

export type Answer<Body> = { status: number; body: Body; headers: Headers }
export type ServerEvent = { id: number; event: string; data: Record<string, unknown> }
type Headings = Record<string, string>

/** Somebody's browser: it keeps cookies, says where it comes from, and knows the API's paths without their /api/v1. */
export type Browser = {
  get: <Body = unknown>(path: string, headers?: Headings) => Promise<Answer<Body>>
  post: <Body = unknown>(path: string, body?: unknown, headers?: Headings) => Promise<Answer<Body>>
  patch: <Body = unknown>(path: string, body: unknown, headers?: Headings) => Promise<Answer<Body>>
  delete: <Body = unknown>(path: string, headers?: Headings) => Promise<Answer<Body>>
  /** Reads the events of a POST (of a GET without a body) as they come; throws unless it answers with a stream. */
  stream: (path: string, body?: unknown, headers?: Headings) => AsyncGenerator<ServerEvent, void>
}
export type Engineer = Browser & { email: string; password: string }

/** Signs up a new engineer, who owns a new account of this name. */
export async function signUp(server: Server, who: { name: string; account_name: string }): Promise<Engineer> {
  const browser = openBrowser(server)
  const login = { email: `${randomUUID()}@northbeam.test`, password: randomUUID() }
  const { status, body } = await browser.post('/auth/sign-up/email', { ...who, ...login })
  if (status !== 200) throw new Error(`Sign-up answered ${status}: ${JSON.stringify(body)}`)
  return { ...browser, ...login }
}

export function openBrowser(server: Server): Browser {
  const cookies = new Map<string, string>()
  const origin = typeof server === 'string' ? server : 'http://flowpilot.test'

  async function send(method: string, path: string, body: unknown, headers: Headings = {}) {
    const own: Headings = { origin, cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }
    if (body !== undefined) own['content-type'] = 'application/json'
    const text = body === undefined ? null : JSON.stringify(body)
    const request = new Request(`${origin}/api/v1${path}`, { method, headers: { ...own, ...headers }, body: text })
    const response = await (typeof server === 'string' ? fetch(request) : server.fetch(request))
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie)
    return response
  }
  const call = async <Body>(...args: Parameters<typeof send>) => await readAnswer<Body>(await send(...args))

  return {
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body, headers) => call('POST', path, body, headers),
    patch: (path, body, headers) => call('PATCH', path, body, headers),
    delete: (path, headers) => call('DELETE', path, undefined, headers),
    async *stream(path, body, headers) {
      yield* readEvents(await send(body === undefined ? 'GET' : 'POST', path, body, headers))
    },
  }
}

async function readAnswer<Body>(response: Response): Promise<Answer<Body>> {
  const text = await response.text()
  const is_json = response.headers.get('content-type')?.includes('json')
  return { status: response.status, body: is_json ? JSON.parse(text) : text, headers: response.headers }
}

async function* readEvents(response: Response): AsyncGenerator<ServerEvent, void> {
  const is_stream = response.headers.get('content-type')?.startsWith('text/event-stream')
  if (!response.body || !is_stream) throw new Error(`No stream but ${response.status}: ${await response.text()}`)
  const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())
  for await (const { id, event = 'message', data } of events) yield { id: Number(id), event, data: JSON.parse(data) }
}

/** `name=value; Path=…`: an empty value or `Max-Age=0` takes the cookie back. */
function keep(cookies: Map<string, string>, set_cookie: string) {
  const [pair = '', ...attributes] = set_cookie.split('; ')
  const [name = '', ...value] = pair.split('=')
  const is_gone = attributes.some((attribute) => attribute.toLowerCase() === 'max-age=0')
  if (is_gone) cookies.delete(name)
  else cookies.set(name, value.join('='))
}
