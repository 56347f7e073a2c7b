import type { Conversation } from './conversation.ts'
import { quoted, says } from './plain-words.ts'
import type { Reply } from './reply.ts'

type FixOutcome = NonNullable<Reply['outcome']>

const PARTIAL =
  /\b(?:part(?:ly|ially)|for some (?:users|of them)|some of (?:them|the)|most of (?:them|the)|better,? but)\b/i
const FAILED =
  /\b(?:did(?:n['’]t| not)|does(?:n['’]t| not)) (?:help|work|fix|change|solve|do)\b|\bstill (?:drop|fail|broke|the same|happen|get|see|loop|prompt|lock|offline|full|wrong|not)\w*|\bno (?:change|difference|effect|luck|better)\b|\b(?:not|isn['’]t) (?:fixed|solved|resolved|working)\b|\bsame (?:error|problem|issue|thing)\b/i
const WORKED =
  /\b(?:worked|fixed|solved|resolved|all good|did the trick|that was it|sorted|it works|works (?:now|again|fine)|working (?:now|again))\b/i

/** What the engineer's last words say about the active fix, as a proposal that he confirms; null when they say nothing. */
export function readFixOutcome({ words }: Conversation): FixOutcome | null {
  const last = words.at(-1) ?? ''
  if (last.trim().endsWith('?')) return null
  const reason = `The engineer wrote: “${quoted(last, 240)}”`
  if (says(last, PARTIAL)) return { outcome: 'partial', reason }
  if (FAILED.test(last)) return { outcome: 'failed', reason }
  if (says(last, WORKED)) return { outcome: 'worked', reason }
  return null
}

export const hasWorked = (status: string) => /work|success/i.test(status) && !hasFailed(status)
export const hasFailed = (status: string) => /fail|dismiss|reject|partial|not_/i.test(status)
