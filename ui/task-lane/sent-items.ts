import type { Message, TaskLane } from '../pilot/session-page.ts'
import { type LaneItem, laneItems, replyTo } from './lane.ts'

/**
 * Which answers have been sent. The server keeps no such mark, so two signs count: this browser remembers the answers
 * that it sent, as hashes, and one sent from elsewhere stands in a message, under its question, as the server put it
 * there. The first alone fails on a second machine, the second alone where the server shortened or redacted a result.
 * Either way an answer that was changed since is new.
 */
export type SentAnswers = Record<string, string>

/** The answered items whose present answer was not sent. */
export function unsentItems(lane: TaskLane, sent: SentAnswers, messages: Message[]): LaneItem[] {
  const said = messages.filter(({ role }) => role === 'user').map(({ content }) => content)
  return laneItems(lane).filter((item) => {
    const reply = replyTo(item)
    if (item.status !== 'done' || !reply) return false
    return sent[item.id] !== hash(reply) && !said.some((text) => `${text}\n\n`.includes(asSaid(item, reply)))
  })
}

function asSaid(item: LaneItem, reply: string): string {
  const words = ('text' in item ? item.text : item.label).replace(/\s+/g, ' ')
  return 'text' in item ? `${words}\nAnswer: ${reply}\n\n` : `${words}\nResult:\n${reply}\n\n`
}

/** What is remembered once these items were sent, too. */
export function withSent(sent: SentAnswers, items: LaneItem[]): SentAnswers {
  return { ...sent, ...Object.fromEntries(items.map((item) => [item.id, hash(replyTo(item) ?? '')])) }
}

/** FNV-1a over UTF-16 units, 32 bits: it tells an edited answer from the one before, and nothing more depends on it. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return (value >>> 0).toString(36)
}

const KEY = 'flowpilot:sent:'

export function readSent(session_id: string): SentAnswers {
  try {
    return JSON.parse(localStorage.getItem(KEY + session_id) ?? '{}')
  } catch {
    return {}
  }
}

export const keepSent = (session_id: string, sent: SentAnswers) =>
  localStorage.setItem(KEY + session_id, JSON.stringify(sent))
