import { describe, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../../ui/api-problem.ts'
import type { TurnEvent } from '../../../ui/pilot/turn-state.ts'
import { followTurn, startTurn, type TurnCalls, type TurnLine } from '../../../ui/pilot/turn-stream.ts'
import { turnEvents } from './northbeam-turn.ts'

const OFFLINE = new ApiProblem(0, 'offline', '')
const AWAY = new ApiProblem(503, 'unavailable', '')
const BUSY = new ApiProblem(409, 'turn_in_progress', 'A reply is still being written.')

const sse = ({ id, event, data }: TurnEvent) =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n: ping\n\n`
const written = (from: number, to: number) =>
  new Response(
    turnEvents
      .slice(from - 1, to)
      .map(sse)
      .join(''),
  )

/** A server that gives each request the next answer and remembers what it was asked. */
function serverThat(...answers: (Response | ApiProblem)[]) {
  const asked: { begin?: string; after?: number }[] = []
  const answer = async () => {
    const next = answers.shift() ?? OFFLINE
    if (next instanceof ApiProblem) throw next
    return next
  }
  const calls: TurnCalls = {
    start: (begin) => {
      asked.push({ begin })
      return answer()
    },
    follow: (_, after) => {
      asked.push({ after })
      return answer()
    },
  }
  return { calls, asked }
}

/** A place that is never lost. */
const kept = () => ({ lost: new AbortController().signal, free: () => {} })
/** A place that is lost at once. */
const lost = () => ({ lost: AbortSignal.abort(), free: () => {} })

const line = (change: Partial<TurnLine> = {}): TurnLine => ({
  pause: async () => {},
  signal: new AbortController().signal,
  place: async () => kept(),
  freePlace: async () => kept(),
  ...change,
})

async function ids(events: AsyncGenerator<TurnEvent>): Promise<number[]> {
  const seen: number[] = []
  for await (const { id } of events) seen.push(id)
  return seen
}

const WHOLE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

describe('a turn that is begun', () => {
  test('yields its events to the last', async () => {
    const { calls, asked } = serverThat(written(1, 10))
    expect(await ids(startTurn(calls, 'key', line()))).toEqual(WHOLE)
    expect(asked).toHaveLength(1)
  })

  test('goes on after the last event that a dropped line brought', async () => {
    const { calls, asked } = serverThat(written(1, 3), OFFLINE, AWAY, written(4, 10))
    expect(await ids(startTurn(calls, 'key', line()))).toEqual(WHOLE)
    expect(asked.map(({ after }) => after)).toEqual([undefined, 3, 3, 3])
  })

  test('is begun again under the same key when its confirmation was lost', async () => {
    const { calls, asked } = serverThat(OFFLINE, AWAY, written(1, 10))
    expect(await ids(startTurn(calls, 'key', line()))).toEqual(WHOLE)
    expect(asked.map(({ begin }) => begin)).toEqual(['key', 'key', 'key'])
  })

  test('is given up, not begun for ever, when the server stays away', async () => {
    const { calls, asked } = serverThat()
    await expect(ids(startTurn(calls, 'key', line()))).rejects.toMatchObject({ code: 'offline' })
    expect(asked).toHaveLength(5)
  })

  test('is not begun again when it was refused', async () => {
    const { calls, asked } = serverThat(BUSY)
    await expect(ids(startTurn(calls, 'key', line()))).rejects.toBe(BUSY)
    expect(asked).toHaveLength(1)
  })
})

describe('a turn that is followed', () => {
  test('tells when the line is gone and when it is back', async () => {
    const onConnected = vi.fn()
    const { calls } = serverThat(written(1, 1), written(2, 10))
    await ids(followTurn(calls, 'turn-1', line({ onConnected })))
    expect(onConnected.mock.calls.flat().slice(0, 3)).toEqual([true, false, true])
  })

  test('is asked for until it is there, however long that takes', async () => {
    const { calls } = serverThat(...Array.from({ length: 30 }, () => OFFLINE), written(1, 10))
    expect(await ids(followTurn(calls, 'turn-1', line()))).toEqual(WHOLE)
  })

  test('is not asked for again when it does not exist', async () => {
    const { calls, asked } = serverThat(new ApiProblem(404, 'not_found', ''))
    await expect(ids(followTurn(calls, 'turn-1', line()))).rejects.toMatchObject({ code: 'not_found' })
    expect(asked).toHaveLength(1)
  })

  test('is not asked for again once the page has gone', async () => {
    const { calls, asked } = serverThat(OFFLINE, written(1, 10))
    await expect(ids(followTurn(calls, 'turn-1', line({ signal: AbortSignal.abort() })))).rejects.toThrow()
    expect(asked).toHaveLength(1)
  })
})

describe('where lines are few', () => {
  test('a message is sent at once, and its reply followed after that when there is a place', async () => {
    const { calls, asked } = serverThat(written(1, 10), written(2, 10))
    expect(await ids(startTurn(calls, 'key', line({ freePlace: async () => undefined })))).toEqual(WHOLE)
    expect(asked).toEqual([{ begin: 'key' }, { after: 1 }])
  })

  test('a reply whose place is another’s now goes on after its last event, and that is no failure', async () => {
    const places = [lost(), kept()]
    const onConnected = vi.fn()
    const pause = vi.fn(async () => {})
    const { calls, asked } = serverThat(written(1, 4), written(5, 10))
    const place = async () => places.shift() ?? kept()
    expect(await ids(followTurn(calls, 'turn-1', line({ place, onConnected, pause })))).toEqual(WHOLE)
    expect(asked).toEqual([{ after: 0 }, { after: 4 }])
    expect(onConnected).not.toHaveBeenCalledWith(false)
    expect(pause).not.toHaveBeenCalled()
  })

  test('a place is free for others when a reply is over, broken off or left', async () => {
    const free = vi.fn()
    const place = async () => ({ ...kept(), free })
    const { calls } = serverThat(written(1, 4), OFFLINE, written(5, 10), written(1, 10))
    await ids(followTurn(calls, 'turn-1', line({ place })))
    expect(free).toHaveBeenCalledTimes(3)
    for await (const _ of followTurn(calls, 'turn-2', line({ place }))) break
    expect(free).toHaveBeenCalledTimes(4)
  })
})
