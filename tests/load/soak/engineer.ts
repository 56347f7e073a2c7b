import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Engineer, ServerEvent } from '../../harness/http.ts'
import type { Ledger } from './ledger.ts'

type Item = { id: string; status: string; options?: string[] }
type Page = {
  session: { status: string }
  task_lane: { questions: Item[]; checks: Item[] }
  suggested_fix: { id: string; status: string } | null
}

const problems = [
  'VPN drops after MFA for all office laptops',
  'Outlook asks to sign in again and again',
  'The printer at reception prints nothing',
  'Scan to mail stopped on Monday',
  'Disk C: of the file server is full',
  'An account locks itself every hour',
]
const line = 'The description for Event ID 4771 from source Security cannot be found. '

/** An engineer at work until `isOver`: opens sessions, goes through them with the practice model, closes, reopens, searches. */
export async function work(
  engineer: Engineer,
  ledger: Ledger,
  random: () => number,
  open: Set<string>,
  isOver: () => boolean,
) {
  const pick = <Each>(all: Each[]): Each | undefined => all[Math.floor(random() * all.length)]
  const pause = () => sleep(100 + random() * 700)

  /** Asks until the server takes it or refuses it, always as the same request. */
  async function ask<Body>(method: 'post' | 'patch', path: string, body: object): Promise<Answer<Body>> {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    for (;;) {
      const answer = await engineer[method]<Body>(path, body, headers)
      ledger.answered(`${method} ${path}`, answer.status)
      if (answer.status < 500 || isOver()) return answer
      await sleep(500)
    }
  }

  async function read<Body>(path: string): Promise<Body | undefined> {
    const { status, body } = await engineer.get<Body>(path)
    ledger.answered(`get ${path}`, status)
    return status === 200 ? body : undefined
  }

  /** Sends a message and reads its reply, over lines that break; every event has to come once, in order. */
  async function say(session_id: string, message: object) {
    const path = `/ai-sessions/${session_id}`
    const key = crypto.randomUUID()
    const events: ServerEvent[] = []
    const isWhole = () => ['done', 'error'].includes(events.at(-1)?.event ?? '')
    while (!isWhole()) {
      const turn_id = events[0]?.data.turn_id
      const stream = turn_id
        ? engineer.stream(`${path}/turns/${turn_id}/events?last_event_id=${events.at(-1)?.id}`)
        : engineer.stream(`${path}/messages`, message, { 'idempotency-key': key })
      try {
        for await (const event of stream) {
          events.push(event)
          if (!isWhole() && random() < 0.1) {
            ledger.cut_lines++
            break
          }
        }
        ledger.answered(`stream ${path}`, 200)
      } catch (error) {
        const status = Number(/No stream but (\d+)/.exec(String(error))?.[1] ?? 0)
        if (status >= 400 && status < 500) return
        if (status) ledger.answered(`stream ${path}`, status)
        if (isOver() && !events.length) return
        await sleep(500)
      }
    }
    ledger.turns_read++
    if (events.some(({ id }, at) => id !== at + 1))
      ledger.broken.push(`events of a turn of ${session_id} are not 1, 2, 3 …`)
    const said = events[0]?.data.user_message as { id: string; content: string } | undefined
    if (said) ledger.take({ session_id, kind: 'message', id: said.id, text: said.content })
  }

  async function fillLane(session_id: string): Promise<string[]> {
    const page = await read<Page>(`/ai-sessions/${session_id}`)
    const given: string[] = []
    for (const { id, options } of page?.task_lane.questions.filter(({ status }) => status === 'open') ?? []) {
      const answer = pick(options ?? []) ?? `Since Monday ${id}`
      const { status } = await ask('patch', `/ai-sessions/${session_id}/task-lane/items/${id}`, { answer })
      if (status === 200) given.push(id)
      if (status === 200) ledger.take({ session_id, kind: 'answer', id, text: answer })
    }
    for (const { id } of page?.task_lane.checks.filter(({ status }) => status === 'open') ?? []) {
      const result = `${id}\n${line.repeat(Math.ceil(random() * 1300))}`.slice(0, 100_000)
      const { status } = await ask('patch', `/ai-sessions/${session_id}/task-lane/items/${id}`, { result })
      if (status === 200) given.push(id)
      if (status === 200) ledger.take({ session_id, kind: 'answer', id, text: result })
    }
    return given
  }

  async function close(session_id: string) {
    const kind = random() < 0.7 ? 'resolution-note' : 'escalation-package'
    const path = `/ai-sessions/${session_id}/${kind}`
    const preview = await ask<{ markdown: string; fingerprint: string }>('post', `${path}/preview`, {})
    if (preview.status !== 200) return
    const { markdown, fingerprint } = preview.body
    const posted = await ask('post', `${path}/post`, { markdown, fingerprint })
    if (posted.status === 200) ledger.take({ session_id, kind: 'note', id: kind, text: markdown })
    if (random() < 0.3) await ask('patch', `/ai-sessions/${session_id}`, { status: 'active' })
  }

  while (!isOver()) {
    const opened = await ask<{ id: string }>('post', '/ai-sessions', {
      problem: `${pick(problems)} ${crypto.randomUUID()}`,
    })
    if (opened.status !== 201) continue
    const { id } = opened.body
    open.add(id)
    await say(id, { content: pick(problems) })
    for (let round = 0; round < 3 && !isOver(); round++) {
      await pause()
      const item_ids = await fillLane(id)
      const fact = await ask<{ id: string; text: string }>('post', `/ai-sessions/${id}/facts`, {
        text: `Note ${crypto.randomUUID()}`,
      })
      if (fact.status === 201) ledger.take({ session_id: id, kind: 'fact', id: fact.body.id, text: fact.body.text })
      await say(id, item_ids.length > 0 ? { item_ids } : { content: 'And now?' })
      await read(`/ai-sessions?q=${encodeURIComponent(pick(problems)?.split(' ')[1] ?? '')}`)
    }
    const fix = (await read<Page>(`/ai-sessions/${id}`))?.suggested_fix
    const outcome = pick(['worked', 'partial', 'failed'])
    if (fix?.status === 'proposed')
      await ask('post', `/ai-sessions/${id}/suggested-fixes/${fix.id}/outcome`, { outcome })
    await close(id)
    await read('/audit-events')
    await pause()
    if (open.size > 40) open.delete([...open][0] ?? '')
  }
}
