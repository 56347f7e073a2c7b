import type { Usage as SdkUsage } from '@anthropic-ai/sdk/resources/messages'

/** What a call used. A counter that is null is unknown, never 0: not every server that speaks the API counts. */
export type Usage = {
  input_tokens: number | null
  output_tokens: number | null
  cache_creation_input_tokens: number | null
  cache_read_input_tokens: number | null
}

export const unknownUsage: Usage = {
  input_tokens: null,
  output_tokens: null,
  cache_creation_input_tokens: null,
  cache_read_input_tokens: null,
}

/** What is known after one more word about it: a null there does not take back what was known before. */
export function addUsage(
  known: Usage,
  said: Partial<Record<keyof Usage, number | null>> | SdkUsage | null | undefined,
): Usage {
  return {
    input_tokens: said?.input_tokens ?? known.input_tokens,
    output_tokens: said?.output_tokens ?? known.output_tokens,
    cache_creation_input_tokens: said?.cache_creation_input_tokens ?? known.cache_creation_input_tokens,
    cache_read_input_tokens: said?.cache_read_input_tokens ?? known.cache_read_input_tokens,
  }
}
