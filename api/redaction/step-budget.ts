/** Letters that may be read a second time, for each letter of the text and for every text. */
const per_letter = 24
const for_every_text = 100_000

/** A text was made so that reading it takes longer than it may; `at` is the place in it where reading stopped. */
export class TooTangled extends Error {
  override name = 'TooTangled'
  constructor(readonly at: number) {
    super('The text is too tangled to be read to its end')
  }
}

/**
 * What reading one text may cost, counted in letters that are read again since they were no secret after all. A count, not
 * a clock: the same text is redacted in the same way on every machine.
 */
export class StepBudget {
  steps = 0
  readonly #most: number

  constructor(length: number) {
    this.#most = for_every_text + per_letter * length
  }

  /** Counts so many letters; throws `TooTangled` where they are more than the text may cost. */
  readAgain(letters: number, at: () => number) {
    this.steps += letters
    if (this.steps > this.#most) throw new TooTangled(at())
  }
}
