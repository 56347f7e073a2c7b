/** Milliseconds of quiet before what has changed is asked for: typing on is one change. */
export const QUIET = 500

type Heard<Answer> = {
  ask: (signal: AbortSignal) => Promise<Answer>
  onAnswer: (answer: Answer) => void
  onFailure: (thrown: unknown) => void
}

/**
 * Asks for something that goes on changing. One request runs at a time: a newer one aborts the older, and whatever an
 * older one still answers, in whatever order, is not heard.
 */
export function createLatestRequest<Answer>({ ask, onAnswer, onFailure }: Heard<Answer>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | undefined

  function now(): void {
    running?.abort()
    const mine = new AbortController()
    running = mine
    const heard = (act: () => void) => {
      if (running !== mine || mine.signal.aborted) return
      running = undefined
      act()
    }
    ask(mine.signal).then(
      (answer) => heard(() => onAnswer(answer)),
      (thrown) => heard(() => onFailure(thrown)),
    )
  }

  return {
    /** Whether an answer is on its way. */
    running: () => running !== undefined,
    /** Asks when nothing has been asked for so many milliseconds. */
    after(wait: number): void {
      clearTimeout(timer)
      timer = setTimeout(now, wait)
    },
    /** Does not ask for what it waited with; an answer that is on its way is still heard. */
    rest: () => clearTimeout(timer),
    /** Hears nothing any more. */
    stop(): void {
      clearTimeout(timer)
      running?.abort()
    },
  }
}
