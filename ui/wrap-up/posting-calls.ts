import { type InferRequestType, type InferResponseType, parseResponse } from 'hono/client'
import { api } from '../api.ts'
import type { ArtifactKind } from './artifacts.ts'

const session = api['ai-sessions'][':id']
const paths = { resolution_note: session['resolution-note'], escalation_package: session['escalation-package'] }
type Paths = (typeof paths)['resolution_note']

export type PostBody = InferRequestType<Paths['post']['$post']>['json']
export type Posted = InferResponseType<Paths['post']['$post'], 200>
export type Settling = InferRequestType<Paths['settle']['$post']>['json']['action']
export type TicketStatus = InferResponseType<(typeof api.tickets)[':ref']['statuses']['$get'], 200>['items'][number]

/** Posts it to the ticket and closes the session; the same key is the same click. */
export const postArtifact = (id: string, kind: ArtifactKind, json: PostBody, key: string): Promise<Posted> =>
  parseResponse(paths[kind].post.$post({ param: { id }, json }, under(key)))

/** Goes on with a posting that stopped; it posts no note. */
export const settleArtifact = (id: string, kind: ArtifactKind, action: Settling, key: string): Promise<Posted> =>
  parseResponse(paths[kind].settle.$post({ param: { id }, json: { action } }, under(key)))

/** The statuses that a ticket can be given. */
export const readStatuses = async (ref: string): Promise<TicketStatus[]> =>
  (await parseResponse(api.tickets[':ref'].statuses.$get({ param: { ref } }))).items

const under = (key: string) => ({ headers: { 'idempotency-key': key } })
