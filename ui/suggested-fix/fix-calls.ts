import { type InferRequestType, parseResponse } from 'hono/client'
import { api } from '../api.ts'

const fixes = api['ai-sessions'][':id']['suggested-fixes']
const fix = fixes[':fix_id']

export type Decision = InferRequestType<typeof fix.decision.$post>['json']['decision']
export type Judgement = InferRequestType<typeof fix.outcome.$post>['json']
export type Outcome = Judgement['outcome']

/** All fixes of a session, newest first. */
export const readFixes = async (id: string) => (await parseResponse(fixes.$get({ param: { id } }))).items

export const decideFix = async (id: string, fix_id: string, decision: Decision) =>
  (await parseResponse(fix.decision.$post({ param: { id, fix_id }, json: { decision } }))).suggested_fix

export const applyFix = (id: string, fix_id: string) =>
  parseResponse(fix.apply.$post({ param: { id, fix_id }, json: {} }))

export const judgeFix = (id: string, fix_id: string, json: Judgement) =>
  parseResponse(fix.outcome.$post({ param: { id, fix_id }, json }))
