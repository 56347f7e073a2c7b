/** Something that the server said it took: it has to be there in the end. */
export type Taken = { session_id: string; kind: 'message' | 'fact' | 'answer' | 'note'; id: string; text: string }

/** What a soak counts, and what must not get lost. */
export class Ledger {
  requests = 0
  cut_lines = 0
  changes_heard = 0
  turns_read = 0
  explained_5xx = 0
  readonly unexplained: string[] = []
  readonly broken: string[] = []
  readonly taken: Taken[] = []
  /** The database is being restarted, or was a moment ago: until then a 503 has its explanation. */
  away_until = 0

  answered(what: string, status: number): void {
    this.requests++
    if (status < 500) return
    if (status === 503 && Date.now() < this.away_until) this.explained_5xx++
    else this.unexplained.push(`${what} answered ${status} at ${new Date().toISOString()}`)
  }

  take(taken: Taken): void {
    this.taken.push(taken)
  }
}
