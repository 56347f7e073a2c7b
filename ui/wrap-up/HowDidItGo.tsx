import { Button } from '../kit/Button.tsx'
import { PanelBody, PanelFooter, PanelHeader } from '../kit/Panel.tsx'
import type { SuggestedFix } from '../pilot/session-page.ts'
import { OutcomeChoice } from '../suggested-fix/OutcomeChoice.tsx'
import { waitingFor } from '../suggested-fix/outcomes.ts'
import { type ArtifactKind, artifacts } from './artifacts.ts'
import type { WrapUp } from './wrap-up.ts'

/** The one question before a note, about a fix that was run and that nobody has judged. */
export function HowDidItGo(props: { wrapUp: WrapUp; kind: ArtifactKind; fix: SuggestedFix }) {
  return (
    <>
      <PanelHeader icon="bulb" title={<h2 class="text-15.5px min-w-0">How did the fix go?</h2>} />
      <PanelBody class="text-13.5px">
        <div class="grid gap-1">
          <p class="font-medium text-heading [overflow-wrap:anywhere]">{props.fix.title}</p>
          <p class="text-sm text-secondary">
            {props.fix.status === 'awaiting' ? `${waitingFor(props.fix.outcome_note)} ` : ''}
            What you say stands in {artifacts[props.kind].name}.
          </p>
        </div>
        <OutcomeChoice
          first={artifacts[props.kind].likely}
          onJudge={(judgement) => void props.wrapUp.answer(judgement)}
          focus
        />
      </PanelBody>
      <PanelFooter>
        <Button small variant="ghost" onClick={() => void props.wrapUp.answer()}>
          Not now
        </Button>
      </PanelFooter>
    </>
  )
}
