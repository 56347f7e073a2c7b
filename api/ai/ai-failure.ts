import Anthropic from '@anthropic-ai/sdk'

export type AiFailureCode =
  | 'overloaded'
  | 'rate_limited'
  | 'key_refused'
  | 'not_accepted'
  | 'too_long'
  | 'timed_out'
  | 'unreachable'
  | 'cut_off'
  | 'fell_silent'
  | 'cancelled'

/** The model did not answer, or not to the end. `message` is for the engineer; what was said before it is kept. */
export class AiFailure extends Error {
  override name = 'AiFailure'
  constructor(
    readonly code: AiFailureCode,
    message: string,
    readonly retryable: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** Names what the SDK threw, after its own retries. */
export function asAiFailure(error: unknown): AiFailure {
  const cause = { cause: error }
  if (error instanceof AiFailure) return error
  if (error instanceof Anthropic.APIUserAbortError)
    return new AiFailure('cancelled', 'The reply was stopped.', true, cause)
  if (error instanceof Anthropic.APIConnectionTimeoutError) {
    return new AiFailure('timed_out', 'The model did not answer in time.', true, cause)
  }
  if (error instanceof Anthropic.APIConnectionError) {
    return new AiFailure('unreachable', 'The model can’t be reached.', true, cause)
  }
  if (error instanceof Anthropic.APIError) return fromApi(error)
  return new AiFailure('cut_off', 'The model’s reply broke off.', true, cause)
}

/** Anthropic's words, and those of the servers that speak its API: llama.cpp, vLLM, LiteLLM, Ollama, LM Studio. */
const saysTooLong =
  /prompt (?:is )?too long|too many tokens|(?:exceed|larger|longer|greater)[^.]{0,60}(?:context|maximum|max_model_len|token)|(?:context|token)[^.]{0,40}(?:exceed|limit|overflow|too (?:long|large))|maximum context/i

// An error event inside a stream has a type but no status.
function fromApi(error: InstanceType<typeof Anthropic.APIError>): AiFailure {
  const cause = { cause: error }
  if (error.type === 'overloaded_error' || error.status === 529) {
    return new AiFailure('overloaded', 'The model stopped answering (overloaded).', true, cause)
  }
  if (error.type === 'rate_limit_error' || error.status === 429) {
    return new AiFailure(
      'rate_limited',
      'The model’s rate limit is reached. Wait a little before you try again.',
      true,
      cause,
    )
  }
  if (error.status === 401 || error.status === 403) {
    return new AiFailure('key_refused', 'The model refused the key. Check ANTHROPIC_API_KEY.', false, cause)
  }
  if (error.status === 413 || (error.status === 400 && saysTooLong.test(error.message))) {
    return new AiFailure('too_long', 'This is too long for the model.', false, cause)
  }
  if (error.status !== undefined && error.status < 500) {
    return new AiFailure('not_accepted', 'The model did not accept the request.', false, cause)
  }
  return new AiFailure('cut_off', 'The model stopped answering.', true, cause)
}
