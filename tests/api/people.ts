import type { Role } from '../../db/in-account.ts'
import { type Engineer, type Server, signUp } from '../harness/http.ts'
import { northbeam, southgate } from '../harness/world.ts'

/** Somebody whose cookie can be copied, as a second tab or a thief would. */
export type Person = Engineer & { cookie: () => Promise<string> }

/** Mara Reyes, who owns a new account Northbeam IT. */
export const signUpMara = (server: Server) =>
  signUpPerson(server, { name: northbeam.engineer, account_name: northbeam.account_name })

/** Dario Wells of the rival, who must never see any of Mara's. */
export const signUpDario = (server: Server) =>
  signUpPerson(server, { name: southgate.engineer, account_name: southgate.account_name })

/** A colleague who signed up by himself, was invited by `manager` and now works in that account. */
export async function signUpColleague(server: Server, manager: Engineer, role: Role): Promise<Person> {
  const colleague = await signUpPerson(server, { name: `Lee Park (${role})`, account_name: 'Lee Park' })
  const { body } = await manager.post<{ id: string }>('/members/invitations', { email: colleague.email, role })
  const { status } = await colleague.post(`/members/invitations/${body.id}/accept`)
  if (status !== 204) throw new Error(`The invitation was answered with ${status}`)
  return colleague
}

export async function signUpPerson(server: Server, who: { name: string; account_name: string }): Promise<Person> {
  let sent = ''
  const watched: Server = {
    fetch(request) {
      sent = request.headers.get('cookie') ?? ''
      return typeof server === 'string' ? fetch(request) : server.fetch(request)
    },
  }
  const engineer = await signUp(watched, who)
  return {
    ...engineer,
    async cookie() {
      await engineer.get('/auth/config')
      return sent
    },
  }
}

/** The id of whoever this is, and of the account that he works in. */
export async function idsOf(person: Engineer): Promise<{ user_id: string; account_id: string }> {
  const { body } = await person.get<{ user: { id: string }; account: { id: string } }>('/me')
  return { user_id: body.user.id, account_id: body.account.id }
}
