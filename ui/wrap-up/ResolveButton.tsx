import { Button } from '../kit/Button.tsx'
import { Icon } from '../kit/Icon.tsx'
import type { WrapUp } from './wrap-up.ts'

/** Opens the resolution note; there is no key for it. */
export function ResolveButton(props: { wrapUp: WrapUp }) {
  return (
    <Button
      variant="resolve"
      icon="check"
      aria-label="Resolve"
      aria-haspopup="dialog"
      aria-expanded={props.wrapUp.shown() === 'resolution_note'}
      onClick={() => props.wrapUp.open('resolution_note')}
    >
      <span class="hidden sm:inline">Resolve</span>
      <Icon name="chevron-down" class="hidden sm:block" />
    </Button>
  )
}

/** Opens the escalation package. */
export function EscalateButton(props: { wrapUp: WrapUp }) {
  return (
    <Button
      icon="flag"
      aria-haspopup="dialog"
      aria-expanded={props.wrapUp.shown() === 'escalation_package'}
      onClick={() => props.wrapUp.open('escalation_package')}
    >
      Escalate
    </Button>
  )
}
