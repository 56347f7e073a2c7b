import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'

/** Scripts only from our own files and none inline; styles may be inline, for widths and positions are set by script. */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
})

/** What the API answers is one account's and of this moment: no cache keeps it. */
export const neverStored = createMiddleware(async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
})

/** A file that the build named by its content never changes; the page is asked for anew, for it names those files. */
export const cachedFiles = createMiddleware(async (c, next) => {
  await next()
  const named = isNamedByContent(c.req.path) && c.res.ok
  c.res.headers.set('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
})

export const isNamedByContent = (path: string) => path.startsWith('/assets/')
