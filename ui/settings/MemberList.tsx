import { createResource, createSignal, Index, Show } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { createAttempt } from '../attempt.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { Loadable } from '../kit/Loadable.tsx'
import { showToast } from '../kit/toast.tsx'
import { useMe } from '../shell/me.tsx'
import { changeRole, type Member, type Role, readMembers, removeMember, rolesToGive } from './member-calls.ts'
import { RoleSelect, roleName } from './RoleSelect.tsx'

/** Who works in the account: another role, or the end of it, for all whom one may change. */
export function MemberList(props: { onChanged: () => void }) {
  const me = useMe()
  const [members, { refetch }] = createResource(readMembers)
  const [leaving, setLeaving] = createSignal<Member>()
  const { attempt, errorBeside } = createAttempt()
  const mayChange = (member: Member) =>
    member.user_id !== me().user.id && (member.role !== 'owner' || me().role === 'owner')
  const changed = async () => {
    await refetch()
    props.onChanged()
  }
  const give = (member: Member, role: Role) =>
    attempt(async () => {
      await changeRole(member.user_id, role)
      await changed()
      showToast(`${member.name} is ${/^[aeo]/.test(role) ? 'an' : 'a'} ${role} now.`)
    })
  return (
    <Loadable data={() => members.latest} what="The members" explain={messageOf} onRetry={async () => refetch()}>
      {(all) => (
        <div class="grid grid-cols-[minmax(0,1fr)] gap-2.5">
          <Show when={errorBeside([])}>
            {(message) => <FailureNote title="The role was not changed">{message()}</FailureNote>}
          </Show>
          <ul aria-label="Members" class="grid grid-cols-[minmax(0,1fr)]">
            <Index each={all()}>
              {(member) => (
                <li class="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2 border-b border-line last:border-0 text-13px">
                  <span class="grid flex-1 min-w-40">
                    <span class="font-medium break-words">{member().name}</span>
                    <span class="text-secondary break-all">{member().email}</span>
                  </span>
                  <Show
                    when={mayChange(member())}
                    fallback={
                      <span class="text-secondary">
                        {roleName(member().role)}
                        {member().user_id === me().user.id ? ', you' : ''}
                      </span>
                    }
                  >
                    <span class="w-32">
                      <RoleSelect
                        label={`Role of ${member().name}`}
                        value={member().role}
                        roles={rolesToGive(me().role)}
                        onPick={(role) => give(member(), role)}
                      />
                    </span>
                    <IconButton
                      icon="trash"
                      label={`Remove ${member().name}`}
                      aria-haspopup="dialog"
                      onClick={() => setLeaving(member())}
                    />
                  </Show>
                </li>
              )}
            </Index>
          </ul>
          <RemoveMember member={leaving()} onClose={() => setLeaving(undefined)} onRemoved={changed} />
        </div>
      )}
    </Loadable>
  )
}

function RemoveMember(props: { member: Member | undefined; onClose: () => void; onRemoved: () => Promise<void> }) {
  const { running, attempt, errorBeside } = createAttempt()
  const remove = () =>
    attempt(async () => {
      const { user_id, name } = props.member as Member
      await removeMember(user_id)
      props.onClose()
      await props.onRemoved()
      showToast(`${name} is no longer a member.`)
    })
  return (
    <Dialog
      open={props.member !== undefined}
      onOpenChange={props.onClose}
      title={`Remove ${props.member?.name ?? 'the member'}?`}
      icon="trash"
      width={480}
      actions={
        <>
          <Button small onClick={props.onClose}>
            Cancel
          </Button>
          <Button small variant="danger" loading={running()} onClick={remove}>
            Remove
          </Button>
        </>
      }
    >
      <Show when={errorBeside([])}>
        {(message) => <FailureNote title="Nobody was removed">{message()}</FailureNote>}
      </Show>
      <p class="text-13px leading-normal">
        {props.member?.email} can no longer see or change anything in this account, from now on, and the invitations
        that came from there end. Sessions stay with the account.
      </p>
    </Dialog>
  )
}
