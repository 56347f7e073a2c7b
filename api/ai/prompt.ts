import type { MessageParam, TextBlockParam } from '@anthropic-ai/sdk/resources/messages'
import { redactDeep } from '../redaction/redact-deep.ts'

/** A part of the system prompt that is the same for many calls: the product's rules first, then the account's context. */
export type StableSection = string

export type PromptMessage = { role: 'user' | 'assistant'; content: string }

/**
 * What is sent to the model, the most stable part first. `sections` and the conversation so far end in cache
 * breakpoints; `ask`, and what is true only of this moment, come behind the last one.
 */
export type Prompt = {
  sections: StableSection[]
  /** Finished messages, oldest first. */
  conversation?: PromptMessage[]
  /** The newest message, in one or more blocks. */
  ask: string[]
}

const breakpoint = { cache_control: { type: 'ephemeral' } } as const

/** The first gate: what engineers, tickets and machines wrote is sent without its secrets. The sections are the product's own. */
export const withoutSecrets = ({ sections, conversation, ask }: Prompt, secrets: readonly string[] = []): Prompt => ({
  sections,
  ...redactDeep({ conversation: conversation ?? [], ask }, secrets),
})

/** Puts a prompt into the API's terms, with at most four cache breakpoints: three sections and the last finished message. */
export function toRequest({ sections, conversation = [], ask }: Prompt): {
  system: TextBlockParam[]
  messages: MessageParam[]
} {
  if (sections.length > 3) throw new Error('A prompt has at most three stable sections: four breakpoints are the limit')
  const said = conversation.filter(({ content }) => content.trim() !== '')
  return {
    system: sections.map((text) => ({ type: 'text', text, ...breakpoint })),
    messages: [
      ...said.map(({ role, content }, at) => ({ role, content: [textBlock(content, at === said.length - 1)] })),
      { role: 'user', content: ask.filter((text) => text.trim() !== '').map((text) => textBlock(text, false)) },
    ],
  }
}

const textBlock = (text: string, last: boolean): TextBlockParam => ({ type: 'text', text, ...(last ? breakpoint : {}) })

/** How long the stable part is, roughly: four characters a token. */
export const stableTokens = ({ sections }: Prompt) => Math.floor(sections.join('').length / 4)
