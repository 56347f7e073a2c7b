import type { TicketStatus } from '../provider.ts'
import type { Connection } from './connection.ts'
import { checkId } from './ids.ts'
import { asNamed, type StatusRecord, status_fields, statusSchema, type TicketRecord } from './records.ts'

export type Statuses = ReturnType<typeof openStatuses>

/** The statuses of the boards, each board asked once. */
export function openStatuses(connection: Connection) {
  const asked = new Map<number, Promise<StatusRecord[]>>()

  function onBoard(board_id: number): Promise<StatusRecord[]> {
    const known = asked.get(board_id)
    if (known) return known
    const question = { path: `/service/boards/${board_id}/statuses`, fields: status_fields, what: `board ${board_id}` }
    const asking = connection.list(question, statusSchema)
    asked.set(board_id, asking)
    asking.catch(() => asked.delete(board_id))
    return asking
  }

  return {
    /** Those that a ticket can be given, in the board's order. */
    async choices(board_id: string): Promise<TicketStatus[]> {
      const statuses = await onBoard(checkId(board_id, 'board'))
      return statuses
        .filter(({ inactive }) => !inactive)
        .toSorted((one, other) => (one.sortOrder ?? 0) - (other.sortOrder ?? 0) || one.id - other.id)
        .map((status) => ({ ...asNamed(status), closed: status.closedStatus === true }))
    },

    /** A ticket's own. Whether it is closed is said by flags, the ticket's or the status's, and never by a name. */
    async of({ status, board, closedFlag }: TicketRecord): Promise<TicketStatus> {
      const closed = closedFlag ?? (await onBoard(board.id)).find(({ id }) => id === status.id)?.closedStatus
      return { ...asNamed(status), closed: closed === true }
    },
  }
}
