import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import postgres from 'postgres'
import { createApp } from '../../../api/app.ts'
import { block } from '../../api/chat/turns.ts'
import { idsOf, type Person, signUpColleague, signUpMara } from '../../api/people.ts'
import { openSession, readPage } from '../../api/sessions.ts'
import { previewOf } from '../../api/write-back/posting.ts'
import { startApp } from '../../harness/app.ts'
import { createDatabase } from '../../harness/database.ts'
import type { PostgresAddress } from '../../harness/postgres.ts'
import { startScriptedModel } from '../../harness/scripted-model.ts'
import { type Act, nameOf, type Place, someActs, take, textOf } from './acts.ts'
import { Gate, type Turnstile } from './gate.ts'
import { isExplained, type State } from './model.ts'

export type World = Awaited<ReturnType<typeof openWorld>>

/** The product in this process, on a database in which every round trip of an act waits for its turn. */
export async function openWorld(address: PostgresAddress) {
  const database = await createDatabase(address, 'template')
  const model = await startScriptedModel()
  const product = startApp({ database_url: database.api_url, model_url: model.base_url, connections: 24 })
  const admin = postgres(database.admin_url, { max: 2, onnotice: () => {} })
  const gate = new Gate(product.deps.database, async () => {
    const [row] = await admin`
      select count(distinct pid)::int as blocked from pg_locks join pg_stat_activity using (pid)
      where datname = current_database() and usename = 'flowpilot_api' and not granted`
    return row?.blocked
  })
  const app = createApp({ ...product.deps, database: gate.database })
  const running = new Set<Promise<unknown>>()
  const context = {
    waitUntil: (work: Promise<unknown>) => void running.add(work),
    passThroughOnException() {},
    props: {},
  }
  const server = { fetch: async (request: Request) => await app.fetch(request, {}, context) }
  const mara = await signUpMara(server)
  const lee = await signUpColleague(server, mara, 'engineer')
  const { account_id } = await idsOf(mara)

  /** A session with a fact, a fix that was suggested, and previews of both of its ends; a message's reply adds one of each. */
  async function openPlace(): Promise<Place> {
    const { id } = await openSession(mara, { title: 'VPN drops' })
    const fix_id = randomUUID()
    await admin`insert into session_suggested_fixes ${admin({
      id: fix_id,
      account_id,
      session_id: id,
      title: 'Restart NPS',
      description: 'It hangs.',
      confidence: 80,
      script: { language: 'powershell', body: 'Restart-Service IAS' },
    })}`
    await admin`insert into session_facts ${admin({
      id: randomUUID(),
      account_id,
      session_id: id,
      ordinal: 1,
      text: 'The tunnel drops',
      source_type: 'manual',
      status: 'confirmed',
    })}`
    const seen = { resolve: await previewOf(mara, id), escalate: await previewOf(mara, id, 'escalation-package') }
    const fix = { title: 'Renew the certificate', description: 'It is old.', confidence: 90 }
    model.replyTo(`(${id})`, {
      text: `${block('PROMOTE', [{ text: 'The certificate is old' }])}${block('SUGGEST_FIX', fix)}`,
    })
    return { id, fix_id, seen }
  }

  async function endOf({ id }: Place): Promise<State> {
    const { session, facts } = await readPage(mara, id)
    const fixes = await admin`select * from session_suggested_fixes where session_id = ${id} order by created_at, title`
    const [drafts] = await admin`select count(*)::int as count from draft_templates where session_id = ${id}`
    const wordsOf = (text: string | null) => ['A', 'B'].find((words) => textOf(words) === text) ?? text
    return {
      status: session.status as State['status'],
      note: wordsOf(session.resolution_note_markdown),
      package: wordsOf(session.escalation_package_markdown),
      version: session.state_version,
      fixes: fixes.map(({ title, status, user_decision, superseded_at }) => ({
        title,
        status,
        decision: user_decision,
        is_superseded: superseded_at !== null,
      })),
      drafts: drafts?.count,
      facts: facts.length,
      answered: [],
    }
  }

  /** Takes all acts at once, and throws unless what came of them could have come of some order of them. */
  async function race(acts: Act[], turnstile: Turnstile): Promise<void> {
    const place = await openPlace()
    const who = (at: number): Person => (at % 2 ? lee : mara)
    const named = acts.map((act, at) => ({ name: nameOf(act), work: () => take(who(at), place, act) }))
    const answers = await gate.run(turnstile, named)
    await Promise.allSettled(running)
    running.clear()
    const end = await endOf(place)
    const lines = acts.map((step, at) => {
      const answer = answers[at] ?? ''
      const blocks = step.type === 'send' && answer === 'ok' ? (['fact', 'fix'] as const) : []
      return [{ step, answer }, ...blocks.map((adds) => ({ step: { type: 'block', adds } as const, answer: 'ok' }))]
    })
    if (isExplained(lines, end)) return
    const told = acts.map((act, at) => `${nameOf(act)}: ${answers[at]}`)
    throw new Error(
      `No order of these explains what came of them:\n${told.join('\n')}\n${JSON.stringify(end, null, 1)}`,
    )
  }

  return {
    race,
    async close() {
      await model.close()
      await product.close()
      await admin.end()
      await database.drop()
    },
  }
}

type Replay = { runs: number; seed: number; path?: string | undefined }

/** Races of acts drawn by a seed; a failure names the seed and the path that replay it, and the order of its round trips. */
export async function runRaces({ race }: World, { runs, seed, path }: Replay) {
  const holds = fc.asyncProperty(someActs, fc.scheduler(), (acts, scheduler) =>
    race(acts, {
      wait: (label) => scheduler.schedule(Promise.resolve(), label),
      waiting: () => scheduler.count(),
      letOneThrough: () => scheduler.waitOne(),
    }),
  )
  return await fc.check(holds, { numRuns: runs, seed, ...(path ? { path } : {}) })
}

type Report = Awaited<ReturnType<typeof runRaces>>

/** `passed`, or what broke, with the seed and the path that replay it. */
export function describeRaces({ failed, seed, counterexamplePath, errorInstance, counterexample }: Report): string {
  if (!failed) return 'passed'
  const [, scheduler] = counterexample ?? []
  return `npm run races -- 1 ${seed} ${counterexamplePath}\n${errorInstance}\n${scheduler}`
}
