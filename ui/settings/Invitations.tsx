import { For, type Resource, Show } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { createAttempt } from '../attempt.ts'
import { CopyButton } from '../kit/CopyButton.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { Loadable } from '../kit/Loadable.tsx'
import { showToast } from '../kit/toast.tsx'
import { useMe } from '../shell/me.tsx'
import { invitationLink, type OpenInvitation, revokeInvitation, rolesToGive } from './member-calls.ts'
import { roleName } from './RoleSelect.tsx'

/** The invitations that nobody has accepted yet, each with its link and a way to take it back. */
export function Invitations(props: { open: Resource<OpenInvitation[]>; onChanged: () => Promise<unknown> }) {
  const me = useMe()
  const { attempt, errorBeside } = createAttempt()
  const revoke = ({ id, email }: OpenInvitation) =>
    attempt(async () => {
      await revokeInvitation(id)
      await props.onChanged()
      showToast(`The invitation of ${email} is revoked.`)
    })
  return (
    <Loadable data={() => props.open.latest} what="The invitations" explain={messageOf} onRetry={props.onChanged}>
      {(open) => (
        <div class="grid grid-cols-[minmax(0,1fr)] gap-2">
          <Show when={errorBeside([])}>
            {(message) => <FailureNote title="The invitation was not revoked">{message()}</FailureNote>}
          </Show>
          <Show
            when={open().length}
            fallback={<p class="text-13px text-secondary">Nobody is invited at the moment.</p>}
          >
            <ul aria-label="Open invitations" class="grid grid-cols-[minmax(0,1fr)]">
              <For each={open()}>
                {(invitation) => (
                  <li class="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2 border-b border-line last:border-0 text-13px">
                    <span class="grid flex-1 min-w-40">
                      <span class="break-all">{invitation.email}</span>
                      <span class="text-secondary">
                        {roleName(invitation.role)}, invited by {invitation.invited_by.name}, until{' '}
                        <time datetime={invitation.expires_at}>{dateOf(invitation.expires_at)}</time>
                      </span>
                    </span>
                    <CopyButton text={invitationLink(invitation.id)} label={`Copy the link for ${invitation.email}`} />
                    <Show when={rolesToGive(me().role).includes(invitation.role)}>
                      <IconButton
                        icon="trash"
                        label={`Revoke the invitation of ${invitation.email}`}
                        onClick={() => revoke(invitation)}
                      />
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </div>
      )}
    </Loadable>
  )
}

const dateOf = (time: string) => new Date(time).toLocaleDateString(undefined, { day: 'numeric', month: 'short' })
