import { keys } from './connection.ts'
import type { Control } from './control.ts'

/** A test's hold on a simulator, in whichever process it runs. What each function does stands in control.ts. */
export type ConnectWise = {
  /** `http://127.0.0.1:<port>`. */
  base_url: string
  /** `127.0.0.1:<port>`. */
  host: string
  keys: typeof keys
} & { [Name in keyof Control]: Asked<Control[Name]> }

type Asked<Act> = Act extends (...args: infer Args) => infer Result ? (...args: Args) => Promise<Result> : never

/** The simulator that answers at this address; its functions throw with what it did not accept. */
export function connectwiseAt(base_url: string): ConnectWise {
  const ask =
    (name: keyof Control) =>
    async (...args: unknown[]) => {
      const body = JSON.stringify(args)
      const response = await fetch(`${base_url}/__control/${name}`, { method: 'POST', body })
      const { result, error } = await response.json()
      if (error) throw new Error(`${name}: ${error}`)
      return result
    }
  return {
    base_url,
    host: new URL(base_url).host,
    keys,
    board: ask('board'),
    ticket: ask('ticket'),
    note: ask('note'),
    move: ask('move'),
    giveTo: ask('giveTo'),
    deleteTicket: ask('deleteTicket'),
    ticketOf: ask('ticketOf'),
    notesOf: ask('notesOf'),
    statusesOf: ask('statusesOf'),
    requests: ask('requests'),
    mails: ask('mails'),
    history: ask('history'),
    fault: ask('fault'),
    clearFaults: ask('clearFaults'),
    configure: ask('configure'),
    reset: ask('reset'),
  }
}
