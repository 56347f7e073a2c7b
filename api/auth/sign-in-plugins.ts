import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import * as z from 'zod'

/** Signs a user in who has proven himself: it stands at no path, only sign-in.ts calls it. Answers the login's token, too. */
export const provenSignIn = () => ({
  id: 'proven-sign-in' as const,
  endpoints: {
    signInProven: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ user_id: z.string(), is_brief: z.boolean() }) },
      async (context) => {
        const { internalAdapter } = context.context
        const { user_id, is_brief } = context.body
        const user = await internalAdapter.findUserById(user_id)
        if (!user) throw context.error('NOT_FOUND')
        const session = await internalAdapter.createSession(user_id, is_brief)
        await setSessionCookie(context, { session, user }, is_brief)
        return context.json({ token: session.token, user })
      },
    ),
  },
})

/** One more way to sign in, for the embedded database: as its demo user, without a password. */
export const demoSignIn = (email: string) => ({
  id: 'demo-sign-in' as const,
  endpoints: {
    signInDemo: createAuthEndpoint('/sign-in/demo', { method: 'POST' }, async (context) => {
      const { internalAdapter } = context.context
      const found = await internalAdapter.findUserByEmail(email)
      if (!found) throw context.error('NOT_FOUND')
      const session = await internalAdapter.createSession(found.user.id)
      await setSessionCookie(context, { session, user: found.user })
      return context.json({ user: found.user })
    }),
  },
})
