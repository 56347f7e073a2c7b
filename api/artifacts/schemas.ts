import * as z from 'zod'

const line = z.object({ text: z.string(), cites: z.array(z.string()) })
const section = z.object({ heading: z.string(), lines: z.array(line) })

/** A sentence or an item of a list, with the facts (F1…) and the fix (FIX) that it rests on. */
export type Line = z.infer<typeof line>
export type Section = z.infer<typeof section>

export const previewSchema = z
  .object({
    markdown: z.string(),
    /** What the linked ticket would receive, byte for byte. */
    posted_as: z.string().nullable(),
    sections: z.array(section),
    fingerprint: z.string(),
    from_cache: z.boolean(),
    written_by: z.enum(['model', 'state']),
    /** Why it was written from the state, where it was. */
    state_reason: z.string().nullable(),
    dropped: z.array(z.object({ text: z.string(), why: z.string() })),
    /** What was taken out of the evidence because it looks like a secret. */
    redacted: z.array(z.object({ kind: z.string(), count: z.int() })),
  })
  .meta({ id: 'ArtifactPreview' })
export type ArtifactPreview = z.infer<typeof previewSchema>
