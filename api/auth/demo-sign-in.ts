import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'

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
