import { block } from './chat/turns.ts'
import { idsOf, type Person, signUpColleague } from './people.ts'
import type { Product } from './product.ts'
import { openSession, readPage } from './sessions.ts'

/** One row of everything that a path can name, by the path's own words for it. */
export type Belongings = Record<string, string>

/** Makes one of everything in the account of this owner. */
export async function makeBelongings(product: Product, owner: Person): Promise<Belongings> {
  const session = await openSession(owner, { title: 'Acme Dental: VPN drops after MFA', ticket_ref: '48213' })
  product.model.reply({
    text: [
      block('QUESTIONS', [{ text: 'Since when?' }]),
      block('PROMOTE', { text: 'The tunnel drops' }),
      block('SUGGEST_FIX', { title: 'Reset the tunnel', description: 'It comes back.', confidence: 60 }),
    ],
  })
  const events = await Array.fromAsync(owner.stream(`/ai-sessions/${session.id}/messages`, { content: 'It drops' }))
  const { task_lane, facts, suggested_fix } = await readPage(owner, session.id)
  const colleague = await signUpColleague(product, owner, 'engineer')
  const invitation = await owner.post<{ id: string }>('/members/invitations', {
    email: 'somebody.else@northbeam.test',
    role: 'engineer',
  })
  return {
    'tickets/:ref': await makeTicket(product, owner),
    'ai-sessions/:id': session.id,
    'turns/:turn_id': String(events[0]?.data.turn_id),
    'items/:item_id': task_lane.questions[0]?.id ?? '',
    'facts/:fact_id': facts[0]?.id ?? '',
    'suggested-fixes/:fix_id': suggested_fix?.id ?? '',
    'accounts/:account_id': (await idsOf(owner)).account_id,
    'members/:user_id': (await idsOf(colleague)).user_id,
    'invitations/:id': invitation.body.id,
  }
}

/** A ticket with a number that no other account has: they all count from 1001. */
async function makeTicket({ admin }: Product, owner: Person): Promise<string> {
  const { body } = await owner.post<{ ref: string }>('/tickets', { summary: 'VPN drops after MFA prompt' })
  const { account_id } = await idsOf(owner)
  const [moved] = await admin`
    update tickets set number = 10000 + (select count(*) from tickets where number >= 10000)
    where account_id = ${account_id} and number = ${body.ref} returning number`
  return String(moved?.number)
}
