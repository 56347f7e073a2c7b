import { type InferResponseType, parseResponse } from 'hono/client'
import { api } from '../api.ts'
import type { ArtifactKind } from './artifacts.ts'

const session = api['ai-sessions'][':id']
const previews = {
  resolution_note: session['resolution-note'].preview,
  escalation_package: session['escalation-package'].preview,
}

export type ArtifactPreview = InferResponseType<(typeof previews)['resolution_note']['$post'], 200>
export type ArtifactSection = ArtifactPreview['sections'][number]
export type ArtifactLine = ArtifactSection['lines'][number]

/** What the note or the package would say now; it takes up to 30 s where the model has to be asked. */
export const previewArtifact = (id: string, kind: ArtifactKind, signal: AbortSignal): Promise<ArtifactPreview> =>
  parseResponse(previews[kind].$post({ param: { id }, json: {} }, { init: { signal } }))

/** What the linked ticket would receive of this text, byte for byte; null where that can't be told. */
export const previewText = async (id: string, kind: ArtifactKind, markdown: string): Promise<string | null> =>
  (await parseResponse(previews[kind].$post({ param: { id }, json: { markdown } }))).posted_as
