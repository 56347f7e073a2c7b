import { createMiddleware } from 'hono/factory'
import { preferredCoding } from './accept-encoding.ts'

const worthIt_bytes = 1024

/**
 * JSON of more than 1 KB goes out as gzip where the client takes that. Streams, problems and files go out as they are. Not
 * hono's own `compress`: that knows no size of what `c.json` makes, and workerd would compress its bytes once more.
 */
export const compressJson = createMiddleware(async (c, next) => {
  await next()
  const isJson = c.res.headers.get('content-type')?.startsWith('application/json')
  if (!isJson || !c.res.body || c.req.method === 'HEAD') return
  c.header('vary', 'accept-encoding', { append: true })
  if (preferredCoding(c.req.header('accept-encoding'), ['gzip', 'identity']) !== 'gzip') return
  const { status, headers } = c.res
  const plain = await c.res.arrayBuffer()
  const isLong = plain.byteLength > worthIt_bytes
  const body = isLong ? await gzip(plain) : plain
  if (isLong) headers.set('content-encoding', 'gzip')
  headers.set('content-length', `${body.byteLength}`)
  c.res = new Response(body, { status, headers, ...asItIs })
})

const gzip = (bytes: ArrayBuffer) =>
  new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()

/** Said to workerd, which else compresses by itself what is announced as gzip. */
const asItIs = { encodeBody: 'manual' }
