import type { Role } from '../../db/in-account.ts'

/** Who may do what: everyone reads, a viewer does no more, and settings, PSA and members are for owner and admin. */
export const readers: readonly Role[] = ['owner', 'admin', 'engineer', 'viewer']
export const writers: readonly Role[] = ['owner', 'admin', 'engineer']
export const managers: readonly Role[] = ['owner', 'admin']

/** Which roles somebody of this role may give to others: only an owner makes owners. */
export const rolesGivenBy: Record<Role, readonly Role[]> = {
  owner: readers,
  admin: ['admin', 'engineer', 'viewer'],
  engineer: [],
  viewer: [],
}
