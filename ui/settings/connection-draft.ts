import { createSignal } from 'solid-js'
import type { Connection, Provider } from '../tickets/ticket-system.ts'
import type { NewConnection } from './connection-calls.ts'
import { changesOf, isSamePlace, type Keys, type Place } from './connection-changes.ts'
import { createUnsaved } from './unsaved.ts'

type Edits = Partial<Place> & { provider?: Provider }

// Secrets stay in memory, and out of the browser's store: they outlive the page, and not a reload.
const [keys, setKeys] = createSignal<Keys>({})

export type ConnectionDraft = ReturnType<typeof createConnectionDraft>

/** The connection as it stands in the form: what is saved, with what was typed over it. */
export function createConnectionDraft(saved: () => Connection, account_id: string) {
  const unsaved = createUnsaved<Edits>(`connection:${account_id}`, {})
  const place = (): Place => {
    const { site, company_id, public_key } = saved()
    const kept = { site: site ?? '', company_id: company_id ?? '', public_key: public_key ?? '' }
    const { provider: _, ...typed } = unsaved.edits()
    return { ...kept, ...typed }
  }
  return {
    provider: () => unsaved.edits().provider ?? saved().provider,
    choose: (provider: Provider) => unsaved.write({ ...unsaved.edits(), provider }),
    place,
    type: (part: keyof Place, words: string) => unsaved.write({ ...unsaved.edits(), [part]: words }),
    keys,
    /** Undefined takes back to the key that is kept. */
    typeKey: (name: keyof Keys, words: string | undefined) => setKeys({ ...keys(), [name]: words }),
    /** Whether a key is kept that goes where the form says. */
    isKept: (name: keyof Keys) => saved()[`has_${name}`] && isSamePlace(saved(), place()),
    changes: () => changesOf(saved(), place(), keys()),
    /** What was typed and chosen is forgotten: the form shows what is saved. */
    discard(): void {
      unsaved.clear()
      setKeys({})
    },
    /** As it is sent: keys that are kept are left out. */
    asked(): NewConnection {
      const { private_key, client_id } = keys()
      const { site, ...rest } = place()
      return {
        provider: 'connectwise',
        site: site.trim(),
        ...rest,
        ...(private_key && { private_key }),
        ...(client_id && { client_id }),
      }
    },
  }
}
