import { parseAccept } from 'hono/utils/accept'

/**
 * Which of these codings, the smallest first, the client likes best; nothing where it takes none. As in RFC 9110, 12.5.3:
 * one that is not named counts as `*`, and `identity` may always be sent, as the last, unless it is refused.
 */
export function preferredCoding<Coding extends string>(
  accept_encoding: string | undefined | null,
  codings: readonly Coding[],
): Coding | undefined {
  const accepted = parseAccept((accept_encoding ?? '').toLowerCase())
  const named = (name: string) => accepted.find(({ type }) => type === name)?.q
  const weigh = (coding: Coding) => named(coding) ?? named('*') ?? (coding === 'identity' ? least : 0)
  const [best] = codings.toSorted((one, other) => weigh(other) - weigh(one))
  return best && weigh(best) > 0 ? best : undefined
}

/** Below every weight that three digits can write. */
const least = 0.0001
