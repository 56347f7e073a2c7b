import { parseResponse } from 'hono/client'
import { api } from '../api.ts'

const facts = api['ai-sessions'][':id'].facts
const fact = facts[':fact_id']

export const readFacts = async (id: string) => (await parseResponse(facts.$get({ param: { id } }))).items

export const addNote = (id: string, text: string, key: string) =>
  parseResponse(facts.$post({ param: { id }, json: { text } }, { headers: { 'idempotency-key': key } }))

/** `seen_at` is the `updated_at` of the words that were changed; where they are others by now, it is a `conflict`. */
export const editFact = (id: string, fact_id: string, text: string, seen_at: string) =>
  parseResponse(fact.$patch({ param: { id, fact_id }, json: { text } }, { headers: { 'if-match': `"${seen_at}"` } }))

export const removeFact = (id: string, fact_id: string) => fact.$delete({ param: { id, fact_id } })

export const restoreFact = (id: string, fact_id: string) =>
  parseResponse(fact.restore.$post({ param: { id, fact_id } }))

export const confirmFact = (id: string, fact_id: string) =>
  parseResponse(fact.confirm.$post({ param: { id, fact_id } }))

/** The words that an answered item would be kept with. Throws `no_fact` where nothing is established. */
export const wordItem = (id: string, item_id: string) =>
  parseResponse(facts.wording.$post({ param: { id }, json: { item_id } }))

/** Keeps what an item established; without a text the words are found by the server. */
export const promoteItem = (id: string, item_id: string, text?: string) =>
  parseResponse(facts.promote.$post({ param: { id }, json: { item_id, text } }))
