import type { Fault, Trouble } from '../../harness/connectwise/faults.ts'
import type { ConnectWise } from '../../harness/connectwise/handle.ts'

/**
 * What is asked of ConnectWise for one click, in this order: the last look at the ticket, its notes and its board; the
 * proof that the ticket is there, the note, the look at the note, the status, the look at the status.
 */
export const steps = ['ticket', 'notes', 'statuses', 'proof', 'note', 'note check', 'status', 'status check'] as const
/** Where the site answers under another path than the usual one, it is first asked which. */
export type Step = (typeof steps)[number] | 'company info'

export type Place = { ticket: number; board_id: number }

/** The request of this step, and which one of its kind it is, counted from the click. */
export function requestOf(step: Step, { ticket, board_id }: Place): Pick<Fault, 'at'> & { nth: number } {
  const path = `/service/tickets/${ticket}`
  switch (step) {
    case 'company info':
      return { at: 'GET /login/companyinfo/northbeam', nth: 1 }
    case 'ticket':
      return { at: `GET ${path}`, nth: 1 }
    case 'notes':
      return { at: `GET ${path}/notes`, nth: 1 }
    case 'statuses':
      return { at: `GET /service/boards/${board_id}/statuses`, nth: 1 }
    case 'proof':
      return { at: `GET ${path}`, nth: 2 }
    case 'note':
      return { at: `POST ${path}/notes`, nth: 1 }
    case 'note check':
      // The notes are asked for twice before: all of them, and the one that the customer said first.
      return { at: `GET ${path}/notes`, nth: 3 }
    case 'status':
      return { at: `PATCH ${path}`, nth: 1 }
    case 'status check':
      return { at: `GET ${path}`, nth: 3 }
  }
}

/** Lets this step go wrong, from now on; `nth` where it is another than the usual one. */
export const setFault = (
  there: ConnectWise,
  step: Step,
  place: Place,
  trouble: Trouble & Pick<Fault, 'times'>,
  { nth }: { nth: number } = requestOf(step, place),
) => there.fault({ at: requestOf(step, place).at, nth, ...trouble })

/** Which of these requests are held by a fault that answers nothing. */
export async function whichAreHeld(there: ConnectWise, awaited: string[]): Promise<boolean[]> {
  const held = (await there.requests())
    .filter(({ troubles }) => troubles.some((kind) => kind === 'hang_before' || kind === 'hang_after'))
    .map(({ method, path }) => `${method} ${path}`)
  return awaited.map((name) => {
    const at = held.indexOf(name)
    if (at >= 0) held.splice(at, 1)
    return at >= 0
  })
}
