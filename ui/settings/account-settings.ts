import { type InferResponseType, parseResponse } from 'hono/client'
import { api } from '../api.ts'

const settings = api.account.settings

export type Preferences = InferResponseType<typeof settings.$get, 200>['preferences']

export const readPreferences = async (): Promise<Preferences> => (await parseResponse(settings.$get())).preferences

/** Changes these, and no other; answers with all of them. */
export const changePreferences = async (
  preferences: Partial<Pick<Preferences, 'resolution_note_in_discussion' | 'retention_days'>>,
): Promise<Preferences> => (await parseResponse(settings.$patch({ json: { preferences } }))).preferences
