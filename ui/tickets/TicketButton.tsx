import { Match, Switch } from 'solid-js'
import { buttonLook } from '../kit/Button.tsx'
import { Chip } from '../kit/Chip.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Spinner } from '../kit/Spinner.tsx'

/**
 * A ticket's number to press, or the way to link one. It is one button through all of this, so that it keeps the focus
 * and gets it back from the dialogs that it opens.
 */
export function TicketButton(props: {
  /** The linked ticket, as it is called. */
  name: string | undefined
  /** The ticket whose link is on its way. */
  linking?: string
  /** What it says where no ticket is linked; in a narrow window only to those who do not see the picture. */
  unlinked: string
  narrow_unlinked?: boolean
  /** Says what pressing the number does. */
  label: (name: string) => string
  expanded: boolean
  onPress: () => void
}) {
  const look = () =>
    props.name && !props.linking
      ? 'inline-flex items-center flex-none min-h-6 rounded-full hover:brightness-115'
      : `${buttonLook({ variant: 'ghost', small: true })} flex-none`
  const label = () =>
    props.linking ? `Linking ${props.linking}…` : props.name ? props.label(props.name) : props.unlinked
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={props.expanded}
      aria-label={label()}
      aria-busy={props.linking ? true : undefined}
      aria-disabled={props.linking ? true : undefined}
      onClick={() => !props.linking && props.onPress()}
      class={look()}
    >
      <Switch
        fallback={
          <>
            <Icon name="link" />
            <span classList={{ 'hidden lane:inline': props.narrow_unlinked }}>{props.unlinked}</span>
          </>
        }
      >
        <Match when={props.linking}>
          <Spinner />
          {label()}
        </Match>
        <Match when={props.name}>
          <Chip tone="accent" mono>
            {props.name}
          </Chip>
        </Match>
      </Switch>
    </button>
  )
}
