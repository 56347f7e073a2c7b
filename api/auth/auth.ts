import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { organization } from 'better-auth/plugins/organization'
import type { Database } from '../../db/connection.ts'
import { inSignIn, type Role } from '../../db/in-account.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { credentials } from '../../db/schema/credentials.ts'
import { invitations } from '../../db/schema/invitations.ts'
import { logins } from '../../db/schema/logins.ts'
import { members } from '../../db/schema/members.ts'
import { users } from '../../db/schema/users.ts'
import { verifications } from '../../db/schema/verifications.ts'
import type { Config } from '../config.ts'
import { chooseAccount } from './first-account.ts'
import { password_length } from './schemas.ts'
import { demoSignIn, provenSignIn } from './sign-in-plugins.ts'
import { tellOfUser } from './sign-in-rows.ts'

const day_s = 24 * 60 * 60

/** Where better-auth reads who sends a request; `tellClientAddress` writes over what a client says there itself. */
export const client_address_header = 'x-flowpilot-client-address'

export type AuthOptions = {
  database: Database
  secret: string
  public_url: string | undefined
  microsoft: Config['microsoft']
  /** The user whom `POST /auth/sign-in/demo` signs in; only where the data is the visitor's own. */
  demo_email: string | undefined
}

/**
 * better-auth with our names: its session is a login, its account a credential, its organization an account. The cookie
 * carries user, account and role for a day, so a request asks nothing to know who sends it; that the sign-in still
 * stands is checked by the statement that enters the account (`db/in-account.ts`).
 */
export function createAuth({ database, secret, public_url, microsoft, demo_email }: AuthOptions) {
  const handle = inSignIn(database)
  const is_https = public_url?.startsWith('https:') ?? false
  return betterAuth({
    ...(public_url ? { baseURL: public_url } : {}),
    basePath: '/api/v1/auth',
    secret,
    database: drizzleAdapter(handle, {
      provider: 'pg',
      schema: { users, logins, credentials, verifications, accounts, members, invitations },
      transaction: false,
    }),
    advanced: {
      database: { generateId: () => crypto.randomUUID() },
      // The origin of every write is checked before it gets here: http/origin.ts.
      disableOriginCheck: true,
      disableCSRFCheck: true,
      // No other host of the domain, and no page without TLS, can set a cookie of this name.
      cookiePrefix: is_https ? '__Host-flowpilot' : 'flowpilot',
      useSecureCookies: false,
      defaultCookieAttributes: { secure: is_https },
      ipAddress: { ipAddressHeaders: [client_address_header] },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its lines name addresses; what goes wrong is logged by http/problem.ts.
    logger: { disabled: true },
    // Otherwise it would print what it did not foresee, a statement's parameters and all.
    onAPIError: { throw: true, errorURL: '/sign-in' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: password_length.min,
      maxPasswordLength: password_length.max,
      autoSignIn: true,
    },
    ...(microsoft
      ? {
          socialProviders: {
            microsoft: {
              clientId: microsoft.client_id,
              clientSecret: microsoft.client_secret,
              tenantId: microsoft.tenant_id,
            },
          },
        }
      : {}),
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'logins',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: { activeRole: { type: 'string', required: false, input: false, fieldName: 'active_role' } },
      expiresIn: 30 * day_s,
      updateAge: day_s,
      cookieCache: { enabled: true, maxAge: day_s },
    },
    account: {
      modelName: 'credentials',
      fields: {
        userId: 'user_id',
        accountId: 'provider_user_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (login, context) => ({
            data: { ...login, ...(await chooseAccount(handle, login.userId, context?.body)) },
          }),
          // One with a password is told by sign-in.ts.
          after: async (login, context) => {
            if (/^\/(sign-in\/demo|callback\/)/.test(context?.path ?? ''))
              await tellOfUser(handle, login.userId, 'sign_in.succeeded')
          },
        },
      },
    },
    plugins: [
      organization({
        schema: {
          organization: { modelName: 'accounts', fields: { createdAt: 'created_at' } },
          member: {
            modelName: 'members',
            fields: { organizationId: 'account_id', userId: 'user_id', createdAt: 'created_at' },
          },
          invitation: {
            modelName: 'invitations',
            fields: {
              organizationId: 'account_id',
              inviterId: 'inviter_id',
              expiresAt: 'expires_at',
              createdAt: 'created_at',
            },
          },
          session: { fields: { activeOrganizationId: 'active_account_id' } },
        },
      }),
      provenSignIn(),
      ...(demo_email ? [demoSignIn(demo_email)] : []),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

/** Who sends a request, as his cookie says it. */
export type Identity = {
  login_id: string
  account_id: string
  role: Role
  user: { id: string; name: string; email: string }
}

/** Reads the signed cookie, without a query while it is fresh; `headers` are for the answer and may renew it. */
export async function identify(auth: Auth, headers: Headers): Promise<{ identity: Identity | null; headers: Headers }> {
  const { response, headers: renewed } = await auth.api.getSession({ headers, returnHeaders: true })
  if (!response?.session.activeOrganizationId) return { identity: null, headers: renewed }
  const { session, user } = response
  return {
    identity: {
      login_id: session.id,
      account_id: session.activeOrganizationId ?? '',
      role: session.activeRole as Role,
      user: { id: user.id, name: user.name, email: user.email },
    },
    headers: renewed,
  }
}
