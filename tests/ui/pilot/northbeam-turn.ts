import type { Check, Fact, Message, Question, SessionPage, SuggestedFix } from '../../../ui/pilot/session-page.ts'
import type { PilotState, TurnEvent } from '../../../ui/pilot/turn-state.ts'

const AT = '2026-11-20T09:00:00Z'

export const question = (id: string, change: Partial<Question> = {}): Question => ({
  id,
  text: `Question ${id}?`,
  context: null,
  options: [],
  status: 'open',
  answer: null,
  sent_message_id: null,
  ...change,
})

export const check = (id: string, change: Partial<Check> = {}): Check => ({
  id,
  label: `Check ${id}`,
  command: null,
  description: null,
  disruptive: false,
  status: 'open',
  result: null,
  sent_message_id: null,
  ...change,
})

export const message = (id: string, role: Message['role'], change: Partial<Message> = {}): Message => ({
  id,
  role,
  content: '',
  status: 'complete',
  turn_id: null,
  failure: null,
  effects: [],
  sent_items: [],
  created_at: AT,
  ...change,
})

const fact: Fact = {
  id: 'fact-1',
  ordinal: 1,
  text: 'Only laptops on the office range are affected',
  source_type: 'question',
  source_ref: 'q1',
  status: 'confirmed',
  editable: false,
  created_by: null,
  created_at: AT,
  updated_at: AT,
}

const fix = {
  id: 'fix-1',
  title: 'Re-enable PEAP-MSCHAPv2 on the office VPN policy',
  description: 'The firmware update reset the policy to EAP-TLS only.',
  cause: null,
  created_by: null,
  confidence: 82,
  facts: [1],
  script: null,
  script_template_id: null,
  parameters: {},
  user_decision: null,
  status: 'proposed',
  outcome_note: null,
  outcome_proposal: null,
  applied_at: null,
  superseded_at: null,
  created_at: AT,
} satisfies SuggestedFix

const session: SessionPage['session'] = {
  id: 'session-1',
  account_id: 'northbeam',
  user_id: 'mara',
  session_type: 'chat',
  resolution_note_markdown: null,
  resolution_note_posted_at: null,
  resolution_note_external_id: null,
  escalation_package_markdown: null,
  escalation_package_posted_at: null,
  escalation_package_external_id: null,
  resolved_at: null,
  title: 'VPN drops after MFA prompt',
  problem: null,
  status: 'active',
  ticket: { ref: '48213', summary: null, company: 'Acme Dental', url: null },
  state_version: 3,
  created_at: AT,
  updated_at: AT,
}

/** Mara's session before the turn of `turnEvents`. */
export const beforeTurn: PilotState = {
  session,
  messages: [],
  task_lane: { questions: [question('q1')], checks: [] },
  facts: [],
  suggested_fix: null,
  turn: null,
  write_back: null,
  following: null,
}

const said = message('said-1', 'user', { content: 'The VPN drops after the MFA prompt.' })

/** A turn from its first event to its last, in order. */
export const turnEvents: TurnEvent[] = [
  { id: 1, event: 'turn', data: { turn_id: 'turn-1', user_message: said, assistant_message_id: 'reply-1' } },
  { id: 2, event: 'text', data: { delta: 'That timing points ' } },
  { id: 3, event: 'text', data: { delta: 'at the **second** pass.' } },
  { id: 4, event: 'fact', data: { fact } },
  { id: 5, event: 'task_lane', data: { task_lane: { questions: [question('q1'), question('q2')], checks: [] } } },
  { id: 6, event: 'suggested_fix', data: { suggested_fix: fix } },
  { id: 7, event: 'outcome_proposal', data: { suggested_fix_id: 'fix-1', outcome: 'worked', reason: 'No drop since' } },
  { id: 8, event: 'rejected', data: { marker: 'ACTIONS', reason: 'not_json' } },
  { id: 9, event: 'usage', data: {} },
  {
    id: 10,
    event: 'done',
    data: {
      message: message('reply-1', 'assistant', {
        content: 'That timing points at the **second** pass.',
        effects: [{ type: 'fact', ids: ['fact-1'] }],
      }),
      state_version: 6,
    },
  },
]
