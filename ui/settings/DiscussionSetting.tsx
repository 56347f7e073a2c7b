import { createResource, createSignal } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { createAttempt } from '../attempt.ts'
import { Loadable } from '../kit/Loadable.tsx'
import { changePreferences, readPreferences } from './account-settings.ts'

/** Who reads a resolution note. */
export function DiscussionSetting(props: { mayEdit: boolean }) {
  const [preferences, { mutate, refetch }] = createResource(readPreferences)
  const [chosen, setChosen] = createSignal<boolean>()
  const { attempt, errorBeside } = createAttempt()
  const choose = async (box: HTMLInputElement) => {
    setChosen(box.checked)
    await attempt(async () => mutate(await changePreferences({ resolution_note_in_discussion: box.checked })))
    setChosen(undefined)
    // A refused choice leaves the setting as it was, and the box is to say so.
    box.checked = preferences.latest?.resolution_note_in_discussion ?? false
  }
  return (
    <section aria-label="Who reads a resolution note" class="grid gap-3 pt-4 border-t border-line">
      <Loadable data={preferences} what="The account’s settings" explain={messageOf} onRetry={async () => refetch()}>
        {(saved) => (
          <label class="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2.5 gap-y-1 text-13px has-[:enabled]:cursor-pointer">
            <input
              type="checkbox"
              disabled={!props.mayEdit}
              checked={chosen() ?? saved().resolution_note_in_discussion}
              onChange={(event) => void choose(event.currentTarget)}
              class="mt-0.5 w-4 h-4 accent-[var(--accent)]"
            />
            <span class="font-medium">Resolution notes also go to the discussion, where the customer reads them</span>
            <span class="col-start-2 text-secondary">
              With this off they go to the ticket’s resolution alone. Escalation packages are internal either way.
            </span>
          </label>
        )}
      </Loadable>
      <p role="alert" class="text-13px text-danger empty:hidden">
        {errorBeside([]) && `The setting is as it was. ${errorBeside([])}`}
      </p>
    </section>
  )
}
