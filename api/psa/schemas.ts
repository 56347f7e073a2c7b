import * as z from 'zod'
import { plainText, saidText } from '../http/validate.ts'

export const named = z.object({ id: z.string(), name: z.string() })
export const ticketStatusSchema = named.extend({ closed: z.boolean() }).meta({ id: 'TicketStatus' })

// The PSA's own ids of boards and statuses.
const psaId = z.string().regex(/^[\w-]{1,100}$/, 'is no id of a board or a status')
const picked = z
  .record(psaId, psaId)
  .refine((statuses) => Object.keys(statuses).length <= 200, 'are more than 200 boards')
const statuses = z.strictObject({ resolved: picked.default({}), escalated: picked.default({}) })

/** Keys are printed characters alone: they go into a header. */
const key = z.string().regex(/^[!-~]{1,500}$/, 'must be 1 to 500 printed characters without a space')
// A + or a colon would move the borders between company, public key and private key.
const companyId = z.string().regex(/^[^\s+:/\\?#\p{Cc}]{1,100}$/u, 'is no company id')
const publicKey = z.string().regex(/^[!-9;-~]{1,200}$/, 'is no public key')

export const newConnection = z.discriminatedUnion('provider', [
  z.strictObject({ provider: z.literal('builtin'), statuses: statuses.optional() }),
  z.strictObject({
    provider: z.literal('connectwise'),
    site: saidText(260),
    company_id: companyId.pipe(plainText(1, 100)),
    public_key: publicKey,
    private_key: key
      .optional()
      .meta({ writeOnly: true, description: 'Never read back; what is kept stays without it' }),
    client_id: key.optional().meta({ writeOnly: true, description: 'Never read back; what is kept stays without it' }),
    statuses: statuses.optional(),
  }),
])
export type NewConnection = z.infer<typeof newConnection>
export type NewConnectWise = Extract<NewConnection, { provider: 'connectwise' }>

export const connectionSchema = z
  .object({
    provider: z.enum(['connectwise', 'builtin']),
    site: z.string().nullable(),
    company_id: z.string().nullable(),
    public_key: z.string().nullable(),
    has_private_key: z.boolean(),
    has_client_id: z.boolean(),
    statuses: z.object({
      resolved: z.record(z.string(), z.string()),
      escalated: z.record(z.string(), z.string()),
    }),
  })
  .meta({ id: 'PsaConnection' })
export type ShownConnection = z.infer<typeof connectionSchema>

export const connectionTestSchema = z.object({ ok: z.boolean(), detail: z.string() })

export const boardsSchema = z.object({ items: z.array(named.extend({ statuses: z.array(ticketStatusSchema) })) })
