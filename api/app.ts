import { Hono } from 'hono'
import type { ApplyGlobalResponse } from 'hono/client'
import { requestId } from 'hono/request-id'
import { openAPIRouteHandler } from 'hono-openapi'
import { accountRoutes, accountSettingsRoutes } from './account-settings/routes.ts'
import { aiUsageRoutes } from './ai/routes.ts'
import { aiSessionRoutes } from './ai-sessions/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { authRoutes } from './auth/routes.ts'
import { changesRoutes } from './changes/routes.ts'
import { chatRoutes } from './chat/routes.ts'
import type { Deps } from './deps.ts'
import { notFound } from './errors.ts'
import { escalationPackageRoutes } from './escalation-packages/routes.ts'
import { factRoutes } from './facts/routes.ts'
import { jsonOnly, limitBody } from './http/body.ts'
import { compressJson } from './http/compress-json.ts'
import type { AppEnv } from './http/context.ts'
import { atEdge } from './http/edge.ts'
import { cachedFiles, neverStored, securityHeaders } from './http/headers.ts'
import { healthRoutes } from './http/health.ts'
import { limitHead } from './http/limit-head.ts'
import { sameOrigin } from './http/origin.ts'
import { openFileOrPage, openPage } from './http/page-files.ts'
import { answerProblem, type Problem, problem } from './http/problem.ts'
import { requestLog } from './http/request-log.ts'
import { meRoutes } from './me/routes.ts'
import { memberRoutes } from './members/routes.ts'
import { psaConnectionRoutes } from './psa/routes.ts'
import { resolutionNoteRoutes } from './resolution-notes/routes.ts'
import { suggestedFixRoutes } from './suggested-fixes/routes.ts'
import { ticketRoutes } from './tickets/routes.ts'

/** The product over HTTP: the API under `/api/v1`, the built UI everywhere else. */
export function createApp(deps: Deps) {
  const app = new Hono<AppEnv>()
  app.use(requestId(), requestLog(deps.log), securityHeaders, atEdge(deps), limitHead)
  app.use('/api/*', compressJson, neverStored, sameOrigin(deps), limitBody, jsonOnly)
  app.onError(answerProblem)
  app.notFound((c) => problem(c, notFound()))

  app.route('/', healthRoutes(deps))
  const api = apiRoutes(deps)
  app.route('/', api)
  app.get('/api/v1/openapi.json', openAPIRouteHandler(api, { documentation, defaultValidationErrorResponse: false }))
  app.get('/api/v1/docs', (c) => openPage(deps.assets, c.req.raw, '/docs.html'))

  app.all('/api/*', (c) => problem(c, notFound()))

  // The surface's former name, which bookmarks and tickets still hold.
  app.get('/assistant/:id?', (c) => {
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(pathname.replace('/assistant', '/pilot') + search, 308)
  })
  app.get('*', cachedFiles, (c) => openFileOrPage(deps.assets, c.req.raw))
  return app
}

function apiRoutes(deps: Deps) {
  return new Hono<AppEnv>()
    .basePath('/api/v1')
    .route('/auth', authRoutes(deps))
    .route('/me', meRoutes(deps))
    .route('/members', memberRoutes(deps))
    .route('/account', accountRoutes(deps))
    .route('/account/settings', accountSettingsRoutes(deps))
    .route('/psa-connection', psaConnectionRoutes(deps))
    .route('/tickets', ticketRoutes(deps))
    .route('/audit-events', auditRoutes(deps))
    .route('/ai-usage', aiUsageRoutes(deps))
    .route('/ai-sessions', aiSessionRoutes(deps))
    .route('/ai-sessions', factRoutes(deps))
    .route('/ai-sessions', suggestedFixRoutes(deps))
    .route('/ai-sessions', resolutionNoteRoutes(deps))
    .route('/ai-sessions', escalationPackageRoutes(deps))
    .route('/ai-sessions', chatRoutes(deps))
    .route('/changes', changesRoutes(deps))
}

/** Every call with its request and answer, for the UI's client; any of them may answer a problem instead. */
export type AppType = ApplyGlobalResponse<ReturnType<typeof apiRoutes>, { 400: { json: Problem } }>

const documentation = {
  info: {
    title: 'FlowPilot',
    version: '1',
    description: 'Tickets taken apart: sessions, their task lane, and what leaves them.',
  },
}
