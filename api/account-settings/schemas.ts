import * as z from 'zod'
import { plainText, saidText } from '../http/validate.ts'

/** What an account has until it chooses otherwise. */
export const default_preferences = {
  /** Whether a resolved session asks to keep its scripts as templates. */
  templatize_prompt_enabled: true,
  /** Whether the resolution note also goes to the ticket's discussion. */
  resolution_note_in_discussion: false,
  /** After how many days a closed session is deleted; null keeps them. */
  retention_days: null as number | null,
}

export type Preferences = typeof default_preferences & Record<string, unknown>

export const most_preferences = 50

const key = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'is no plain key of at most 64 letters, digits and _')
const value = z.union([plainText(0, 1000), z.number(), z.boolean()])

export const settingsChange = z.strictObject({
  preferences: z
    .object({
      templatize_prompt_enabled: z.boolean().nullable().optional(),
      resolution_note_in_discussion: z.boolean().nullable().optional(),
      retention_days: z.int().min(30).max(3650).nullable().optional(),
    })
    .catchall(value.nullable())
    .superRefine((preferences, context) => {
      for (const name of Object.keys(preferences)) {
        const { error } = key.safeParse(name)
        for (const { message } of error?.issues ?? []) context.addIssue({ code: 'custom', path: [name], message })
      }
    })
    .refine((preferences) => Object.keys(preferences).length > 0, 'names nothing to change')
    .meta({
      description: `Merged key by key; null takes a key back to its default. Other plain keys are kept as they are, ${most_preferences} in all.`,
    }),
})
export type SettingsChange = z.infer<typeof settingsChange>

export const settingsSchema = z
  .object({
    preferences: z
      .object({
        templatize_prompt_enabled: z.boolean(),
        resolution_note_in_discussion: z.boolean(),
        retention_days: z.int().nullable(),
      })
      .catchall(value),
  })
  .meta({ id: 'AccountSettings' })

export const nameChange = z.strictObject({ name: saidText(120) })

export const accountSchema = z.object({ id: z.uuid(), name: z.string() })
