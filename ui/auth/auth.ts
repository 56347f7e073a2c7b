import { parseResponse } from 'hono/client'
import { api } from '../api.ts'
import { forgetDrafts } from './forget-drafts.ts'
import { returnPath } from './return-path.ts'

/** Asks which ways in this installation offers; where nobody answers, only the form is. */
export const getSignInWays = () =>
  parseResponse(api.auth.config.$get()).catch(() => ({ demo: false, microsoft: false }))

export const signIn = (form: { email: string; password: string }) => api.auth['sign-in'].email.$post({ json: form })

export const signUp = (form: { name: string; email: string; password: string; account_name?: string }) =>
  api.auth['sign-up'].email.$post({ json: form })

export const signInToDemo = () => api.auth['sign-in'].demo.$post()

/** Leaves for Microsoft's sign-in page, which sends the engineer back to where he wanted to go. */
export async function leaveForMicrosoft(): Promise<void> {
  const response = await api.auth['sign-in'].social.$post({
    json: { provider: 'microsoft', callbackURL: returnPath(location.search) },
  })
  const answer = (await response.json()) as { url: string }
  location.assign(answer.url)
}

/** Enters the app by a whole page load, so that nothing of whoever was signed in before stays in memory. */
export function enter(): void {
  location.assign(returnPath(location.search))
}

/** Ends the sign-in, forgets unsent drafts, and leaves by a whole page load, for the same reason. */
export async function signOut(): Promise<void> {
  await api.auth['sign-out'].$post()
  leave()
}

/** As `signOut`, and in every other browser as well. */
export async function signOutEverywhere(): Promise<void> {
  await api.auth['sign-out-everywhere'].$post()
  leave()
}

function leave(): void {
  forgetDrafts()
  location.assign('/sign-in')
}

export const changePassword = (form: { current_password: string; new_password: string; sign_out_others: boolean }) =>
  api.auth['change-password'].$post({ json: form })
