import { setTimeout as sleep } from 'node:timers/promises'
import type { Person } from '../../api/people.ts'
import type { Ledger } from './ledger.ts'

/** A tab that somebody left open: it follows some of the sessions until its line breaks, again and again. */
export async function watch(
  base_url: string,
  person: Person,
  ledger: Ledger,
  random: () => number,
  open: Set<string>,
  isOver: () => boolean,
) {
  const cookie = await person.cookie()
  while (!isOver()) {
    const ids = [...open].filter(() => random() < 0.3).slice(0, 10)
    const signal = AbortSignal.timeout(1000 + random() * 20_000)
    const response = await fetch(`${base_url}/api/v1/changes?sessions=${ids.join(',')}`, {
      headers: { cookie },
      signal,
    }).catch(() => undefined)
    if (response) ledger.answered('stream /changes', response.status)
    if (response?.ok) await readToItsCut(response, ledger)
    await sleep(200 + random() * 1000)
  }
}

async function readToItsCut(response: Response, ledger: Ledger) {
  try {
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      ledger.changes_heard += text.split('event: changed').length - 1
    }
  } catch {
    // Cut, as lines are.
  }
  ledger.cut_lines++
}
