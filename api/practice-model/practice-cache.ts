import type { ContentBlock, PracticeRequest } from './practice-request.ts'

const LIFE_MS = 5 * 60 * 1000
const MIN_TOKENS = 1024
const LOOK_BACK_BLOCKS = 20
const MAX_ENTRIES = 2000

/** Input tokens of one request, as they are billed: the three add up to everything that was sent. */
export interface InputTokens {
  input_tokens: number
  cache_creation_input_tokens: number
  cache_read_input_tokens: number
}

interface Prefix {
  key: string
  tokens: number
  breakpoint: boolean
}

/** What a request finds in the cache, and `begin()`, which makes what it adds visible to later requests. */
export interface CachedPrompt {
  tokens: InputTokens
  begin(): void
}

/**
 * The prompt cache of the Messages API: exact prefixes up to a breakpoint live five minutes (in ms of `now`) from their
 * last use. Holds at most 2,000 prefixes, as hashes; the longest unused go first.
 */
export class PracticeCache {
  private readonly last_used = new Map<string, number>()

  constructor(private readonly now: () => number) {}

  /** Looks the request's prefixes up; nothing is written before `begin()`. */
  async read(request: PracticeRequest): Promise<CachedPrompt> {
    const prefixes = await prefixesOf(request)
    const last = prefixes.findLastIndex((prefix) => prefix.breakpoint)
    const total = prefixes.at(-1)?.tokens ?? 0
    const cacheable = prefixes[last]?.tokens ?? 0
    if (cacheable < MIN_TOKENS) return { tokens: counted(total, 0, 0), begin: () => {} }
    const hit = this.longestAlive(prefixes)
    const read = hit?.tokens ?? 0
    return {
      tokens: counted(total, read, cacheable - read),
      begin: () => this.keep(prefixes.filter((prefix) => prefix.breakpoint || prefix === hit)),
    }
  }

  private longestAlive(prefixes: Prefix[]): Prefix | undefined {
    let reach = Number.POSITIVE_INFINITY
    for (let at = prefixes.length - 1; at >= 0; at--) {
      const prefix = prefixes[at]
      if (prefix?.breakpoint) reach = at - LOOK_BACK_BLOCKS
      if (prefix && at >= reach && this.isAlive(prefix.key)) return prefix
    }
    return undefined
  }

  private isAlive(key: string): boolean {
    const used = this.last_used.get(key)
    return used !== undefined && this.now() - used <= LIFE_MS
  }

  private keep(prefixes: Prefix[]) {
    for (const { key, tokens } of prefixes) {
      if (tokens < MIN_TOKENS) continue
      this.last_used.delete(key)
      this.last_used.set(key, this.now())
    }
    for (const key of this.last_used.keys()) {
      if (this.last_used.size <= MAX_ENTRIES && this.isAlive(key)) break
      this.last_used.delete(key)
    }
  }
}

function counted(total: number, read: number, created: number): InputTokens {
  return {
    input_tokens: total - read - created,
    cache_creation_input_tokens: created,
    cache_read_input_tokens: read,
  }
}

/** Every prefix that ends on a block, shortest first. A breakpoint is where a prefix ends, not part of what it says. */
async function prefixesOf(request: PracticeRequest): Promise<Prefix[]> {
  const blocks = [
    ...request.tools.map((tool) => ({ where: 'tools', block: tool as ContentBlock })),
    ...request.system.map((block) => ({ where: 'system', block })),
    ...request.messages.flatMap(({ role, content }, at) => content.map((block) => ({ where: `${role} ${at}`, block }))),
  ]
  const prefixes: Prefix[] = []
  let key = await hash(request.model)
  let tokens = 0
  for (const [at, { where, block }] of blocks.entries()) {
    const { cache_control, ...said } = block
    const text = JSON.stringify(said)
    key = await hash(`${key} ${where} ${text}`)
    tokens += estimateTokens(said.text ?? text)
    const automatic = request.cache_control != null && at === blocks.length - 1
    prefixes.push({ key, tokens, breakpoint: cache_control != null || automatic })
  }
  return prefixes
}

/** Tokens of a text, at four characters each: an estimate, but the same one every time. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4)
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
