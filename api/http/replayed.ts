/** The header that tells an answer that was given before from a new one. */
export const replayed = (done: { replayed: boolean }): Record<string, string> =>
  done.replayed ? { 'idempotent-replayed': 'true' } : {}
