import { keepsWithoutAsking, keepWithoutAsking } from '../what-we-know/keep-facts.ts'

/** Whether answers become facts at once, or after the engineer has seen the words. */
export function KeepFactsSetting() {
  return (
    <label class="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2.5 gap-y-1 text-13px cursor-pointer">
      <input
        type="checkbox"
        checked={keepsWithoutAsking()}
        onChange={(event) => keepWithoutAsking(event.currentTarget.checked)}
        class="mt-0.5 w-4 h-4 accent-[var(--accent)]"
      />
      <span class="font-medium">Keep without asking</span>
      <span class="col-start-2 text-secondary">
        When you answer a question or record a check, FlowPilot writes down in one sentence what that establishes. With
        this on, the sentence becomes a fact at once; with it off, you see the words first, and can change them. Either
        way you can remove the fact. Holds for you in this browser, until you sign out.
      </span>
    </label>
  )
}
