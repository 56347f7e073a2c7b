import { createStore, unwrap } from 'solid-js/store'
import { persistText, readPersistedText } from '../pilot/persisted-text.ts'

type Drafts = Record<string, string | undefined>

/** What is typed at the items of one session's lane and not recorded yet, kept in this browser. */
export function createItemDrafts(session_id: string) {
  const key = `flowpilot:lane-drafts:${session_id}`
  const [drafts, setDrafts] = createStore<Drafts>(read(key))
  return {
    of: (item_id: string) => drafts[item_id] ?? '',
    type(item_id: string, text: string) {
      setDrafts(item_id, text || undefined)
      keep(key, unwrap(drafts))
    },
  }
}

function read(key: string): Drafts {
  try {
    return JSON.parse(readPersistedText(key) || '{}')
  } catch {
    return {}
  }
}

function keep(key: string, drafts: Drafts): void {
  const text = JSON.stringify(drafts)
  persistText(key, text === '{}' ? null : text)
}
