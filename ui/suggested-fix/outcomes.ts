import type { IconName } from '../kit/Icon.tsx'
import type { SuggestedFix } from '../pilot/session-page.ts'
import type { Outcome } from './fix-calls.ts'

/** How a fix can have gone, as the engineer presses it and as a sentence goes on with it. */
export const outcomes: Record<Outcome, { label: string; icon: IconName; thought: string }> = {
  worked: { label: 'It worked', icon: 'check', thought: 'it worked' },
  partial: { label: 'Partly', icon: 'half', thought: 'it worked in part' },
  failed: { label: 'Did not work', icon: 'close', thought: 'it did not work' },
  awaiting: { label: 'Too early to tell', icon: 'clock', thought: 'it is too early to tell' },
}

const usual: Outcome[] = ['worked', 'partial', 'failed', 'awaiting']

/** The four, in the order in which they are offered: the likely one first. */
export const outcomesFrom = (first: Outcome): Outcome[] => [first, ...usual.filter((outcome) => outcome !== first)]

/** What is often awaited: its label, and how "Waiting for" goes on. */
export const awaited = [
  { label: 'Reboot', words: 'a reboot' },
  { label: 'Replication', words: 'replication' },
  { label: 'Licence sync', words: 'the licence sync' },
]

/** Whether a fix was run and nobody has said how it went. */
export const isOpen = ({ status }: Pick<SuggestedFix, 'status'>) => status === 'applied' || status === 'awaiting'

/** "Waiting for a reboot." */
export const waitingFor = (note: string | null): string => `Waiting for ${(note ?? '').trim().replace(/\.$/, '')}.`

/** What the model thinks of a fix, unless the engineer has said the same already. */
export const proposalFor = ({ outcome_proposal, status }: Pick<SuggestedFix, 'outcome_proposal' | 'status'>) =>
  outcome_proposal && outcome_proposal.outcome !== status ? outcome_proposal : null

const numbers = new Intl.ListFormat('en-GB')

/** "fact 1", "facts 1, 3 and 4". */
export const factNumbers = (ordinals: number[]): string =>
  `${ordinals.length === 1 ? 'fact' : 'facts'} ${numbers.format(ordinals.map(String))}`
