import * as z from 'zod'
import { type AddressRange, readRange } from './http/client-address.ts'

/** What the process was told. Read once, here; everything else is handed a `Config`. */
export type Config = z.infer<typeof configSchema>

const optionalText = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined)

const listed = (text: string): string[] => text.split(',').flatMap((part) => part.trim() || [])

const configSchema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
    HOST: z.string().default('127.0.0.1'),
    DATABASE_URL: optionalText,
    DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(500).default(10),
    DATABASE_PREPARE: z.enum(['on', 'off', 'auto']).default('auto'),
    FLOWPILOT_DATA_DIR: z.string().default('.flowpilot'),
    FLOWPILOT_SECRET: optionalText,
    FLOWPILOT_FORMER_SECRETS: z.string().default(''),
    ANTHROPIC_API_KEY: optionalText,
    ANTHROPIC_BASE_URL: optionalText.pipe(z.url().optional()),
    FLOWPILOT_CHAT_MODEL: z.string().default('claude-sonnet-5-5'),
    FLOWPILOT_SMALL_MODEL: z.string().default('claude-haiku-5-5'),
    MICROSOFT_CLIENT_ID: optionalText,
    MICROSOFT_CLIENT_SECRET: optionalText,
    MICROSOFT_TENANT_ID: z.string().default('common'),
    PSA_ALLOWED_HOSTS: z.string().default(''),
    PUBLIC_URL: optionalText.transform(readOrigin),
    TRUSTED_PROXIES: z.string().default('').transform(readRanges),
  })
  .transform((env) => ({
    port: env.PORT,
    host: env.HOST,
    database_url: env.DATABASE_URL,
    database_connections: env.DATABASE_CONNECTIONS,
    /** Undefined: as the line to PostgreSQL allows. */
    database_prepare: env.DATABASE_PREPARE === 'auto' ? undefined : env.DATABASE_PREPARE === 'on',
    data_dir: env.FLOWPILOT_DATA_DIR,
    secret: env.FLOWPILOT_SECRET,
    /** What the secret was before it was changed: it still opens what it sealed. */
    former_secrets: listed(env.FLOWPILOT_FORMER_SECRETS),
    anthropic: { api_key: env.ANTHROPIC_API_KEY, base_url: env.ANTHROPIC_BASE_URL },
    models: { chat: env.FLOWPILOT_CHAT_MODEL, small: env.FLOWPILOT_SMALL_MODEL },
    microsoft:
      env.MICROSOFT_CLIENT_ID && env.MICROSOFT_CLIENT_SECRET
        ? {
            client_id: env.MICROSOFT_CLIENT_ID,
            client_secret: env.MICROSOFT_CLIENT_SECRET,
            tenant_id: env.MICROSOFT_TENANT_ID,
          }
        : undefined,
    psa_allowed_hosts: listed(env.PSA_ALLOWED_HOSTS),
    edge: { public_url: env.PUBLIC_URL, trusted_proxies: env.TRUSTED_PROXIES },
  }))
  .superRefine((config, context) => {
    if (config.secret && new TextEncoder().encode(config.secret).length < 32) {
      context.addIssue({ code: 'custom', path: ['FLOWPILOT_SECRET'], message: 'must be at least 32 bytes long' })
    }
    if (config.database_url && !config.secret) {
      context.addIssue({ code: 'custom', path: ['FLOWPILOT_SECRET'], message: 'is required with DATABASE_URL' })
    }
    if (config.database_url && !/^postgres(ql)?:\/\//.test(config.database_url)) {
      context.addIssue({ code: 'custom', path: ['DATABASE_URL'], message: 'must start with postgres://' })
    }
  })

/** Links, cookies and the origin of writes are of a whole host: a path below it could be told from no other. */
function readOrigin(text: string | undefined, context: z.core.$RefinementCtx): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin
  context.addIssue({ code: 'custom', message: 'must be like https://flowpilot.example.com, without a path' })
  return undefined
}

function readRanges(text: string, context: z.core.$RefinementCtx): AddressRange[] {
  return listed(text).flatMap((part) => {
    const range = readRange(part)
    if (range) return [range]
    context.addIssue({ code: 'custom', message: `${part} is no address and no range like 10.0.0.0/8` })
    return []
  })
}

/** Reads the environment's variables; throws one error that names everything missing or wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = configSchema.safeParse(env)
  if (read.success) return read.data
  const lines = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new Error(`FlowPilot can't start with this configuration:\n${lines.join('\n')}`)
}
