import { createResource } from 'solid-js'
import { Invitations } from './Invitations.tsx'
import { InviteForm } from './InviteForm.tsx'
import { MemberList } from './MemberList.tsx'
import { readInvitations } from './member-calls.ts'

/** Who works in the account, and who is invited to; for owner and admin. */
export function MembersAndInvitations() {
  const [open, { refetch }] = createResource(readInvitations)
  const again = async () => refetch()
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-4">
      {/* A member who goes, or may invite no longer, takes his invitations along. */}
      <MemberList onChanged={again} />
      <div class="grid grid-cols-[minmax(0,1fr)] gap-3 pt-4 border-t border-line">
        <h3 class="text-13px font-medium text-heading">Invitations</h3>
        <InviteForm onInvited={again} />
        <Invitations open={open} onChanged={again} />
      </div>
    </div>
  )
}
