import type { Context } from 'hono'

/**
 * Answers what `work` answers, and lets it go on when its client leaves: a Worker would end it with the request, in the
 * middle of a posting, and a server that stops would not wait for it.
 */
export async function keepRunning<Answer>(c: Context, work: Promise<Answer>): Promise<Answer> {
  c.executionCtx.waitUntil(work.catch(() => {}))
  return await work
}
