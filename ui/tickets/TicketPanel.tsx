import { createResource, Show } from 'solid-js'
import { ApiProblem, messageOf } from '../api-problem.ts'
import { Button, buttonLook } from '../kit/Button.tsx'
import { Icon } from '../kit/Icon.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { Loadable } from '../kit/Loadable.tsx'
import { PanelBody, PanelFooter, PanelHeader } from '../kit/Panel.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import type { PilotSession } from '../pilot/pilot-session.ts'
import { TicketWords } from './TicketWords.tsx'
import type { TicketLink } from './ticket-link.ts'
import { systemNames } from './ticket-name.ts'
import { asPicked, readTicket } from './tickets.ts'

type LinkedTicket = NonNullable<ReturnType<PilotSession['session']>['ticket']>

/** The ticket as it is now, read when this opens, with the acts on the link. */
export function TicketPanel(props: { link: TicketLink; ticket: LinkedTicket; mayWrite: boolean }) {
  const { link } = props
  const [ticket, { refetch }] = createResource(
    () => props.ticket.ref,
    async (ref) => {
      const read = await readTicket(ref)
      if (props.mayWrite) link.wasRead({ ...asPicked(read), url: read.url })
      return read
    },
  )
  const place = () => systemNames[link.provider() ?? 'builtin']
  const explain = (thrown: unknown) =>
    thrown instanceof ApiProblem && thrown.status === 404
      ? `There is no ticket ${props.ticket.ref} in ${place()}. Link another one, or unlink it.`
      : `${messageOf(thrown)} The session is still linked to it.`
  return (
    <>
      <PanelHeader icon="link" title={<h2 class="text-15.5px whitespace-nowrap">{link.nameOf(props.ticket.ref)}</h2>}>
        <span class="flex-1 min-w-0 truncate text-right text-12px leading-7 text-faint">
          {ticket.loading ? 'Reading the ticket…' : ''}
        </span>
        <IconButton icon="refresh" label="Refresh" class="w-7 h-7" onClick={() => void refetch()} />
        <IconButton icon="close" label="Close" class="w-7 h-7 -mr-1.5" onClick={() => link.close()} />
      </PanelHeader>
      <PanelBody class="grid-cols-[minmax(0,1fr)] text-13px leading-normal">
        <Loadable
          // What was read before stays while it is read again.
          data={() => ticket.latest}
          what="The ticket"
          explain={explain}
          onRetry={async () => refetch()}
          loading={<Skeleton lines={6} label={`Asking ${place()} for the ticket…`} />}
        >
          {(read) => <TicketWords ticket={read()} place={place()} />}
        </Loadable>
      </PanelBody>
      <PanelFooter>
        <Show when={props.ticket.url}>
          {(url) => (
            <a href={url()} target="_blank" rel="noreferrer" class={buttonLook({ small: true })}>
              <Icon name="external" />
              Open in ConnectWise
            </a>
          )}
        </Show>
        <Show when={props.mayWrite}>
          <Button small onClick={() => link.openPicker()}>
            Change
          </Button>
          <Button small onClick={() => void link.unlink()}>
            Unlink
          </Button>
        </Show>
      </PanelFooter>
    </>
  )
}
