import { sql } from 'drizzle-orm'
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core'

const flowpilotApp = pgRole('flowpilot_app').existing()
const flowpilotAuth = pgRole('flowpilot_auth').existing()
const flowpilotOwner = pgRole('flowpilot_owner').existing()

/** The account of this transaction; null, and so equal to nothing, where none was set. Asked once a statement, not once a row. */
const currentAccount = `(select nullif(current_setting('app.current_account_id', true), '')::uuid)`

/**
 * The policy of a tenant table: only rows of the transaction's account can be read or written. `column` names the
 * account's id. The migration adds FORCE by hand, because drizzle-kit writes only ENABLE.
 */
export function tenantPolicy(column = 'account_id') {
  const rows = sql.raw(`${column} = ${currentAccount}`)
  return pgPolicy('tenant', { for: 'all', to: flowpilotApp, using: rows, withCheck: rows })
}

/** Sign-in has to find a user's accounts before it can be in one of them: its own role sees these tables whole. */
export function signInPolicy() {
  return pgPolicy('sign_in', { for: 'all', to: flowpilotAuth, using: sql`true`, withCheck: sql`true` })
}

/** Signing in and out is told to the accounts that it opens; sign-in adds to what is told, and reads none of it. */
export function signInToldPolicy() {
  return pgPolicy('sign_in_told', { for: 'insert', to: flowpilotAuth, withCheck: sql`true` })
}

/** Of the people, an account sees those who are its members. */
export function membersOnlyPolicy() {
  return pgPolicy('members_only', {
    for: 'select',
    to: flowpilotApp,
    using: sql.raw('exists (select 1 from members where members.user_id = users.id)'),
  })
}

/** `enter_account` runs as the owner of the tables, who is under row-level security like everyone: it may look a sign-in up. */
export function enterAccountPolicy() {
  return pgPolicy('enter_account', { for: 'select', to: flowpilotOwner, using: sql`true` })
}

/** What looks for interrupted attempts of all accounts runs as the owner too: it tells ids, and nothing else. */
export function takeUpPolicy() {
  return pgPolicy('take_up', { for: 'select', to: flowpilotOwner, using: sql`closed_at is null` })
}
