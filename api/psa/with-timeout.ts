import { PsaFailure } from './provider.ts'

/** What `work` answers; throws `unreachable` after so many milliseconds, and what it answers then is not heard any more. */
export async function withTimeout<Answer>(limit_ms: number, work: () => Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const too_late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new PsaFailure('unreachable', 'The ticket system did not answer in time.', true))
    timer = setTimeout(giveUp, limit_ms)
  })
  try {
    return await Promise.race([work(), too_late])
  } finally {
    clearTimeout(timer)
  }
}
