import { documentedColumns } from '../../harness/documented-columns.ts'
import { block } from '../chat/turns.ts'
import { idsOf, type Person } from '../people.ts'
import type { Product } from '../product.ts'
import type { Secret } from '../redaction/made-up.ts'

/** Texts with a secret each, as one text: far enough from each other that none is read with the next. */
export const joined = (some: readonly Secret[], most = Number.POSITIVE_INFINITY): string =>
  some.reduce((said, { text }) => {
    const next = `${said}The laptops drop at times.\n\n${text}\n\n`
    return next.length > most ? said : next
  }, '')

/** A reply that says `all` in its prose and `some` in every field of every kind of block, in pieces of 23 letters. */
export function replyWith(all: readonly Secret[], some: readonly Secret[]): { text: string[] } {
  const short = some.filter(({ text }) => text.length <= 150)
  const middle = some.filter(({ text }) => text.length <= 380)
  const words = [
    `I read this.\n\n${joined(all)}\n`,
    ...chunksOf(some, 6).map((six) => block('QUESTIONS', six.map(questionOf))),
    ...chunksOf(some, 6).map((six) => block('ACTIONS', six.map(checkOf))),
    ...chunksOf(middle, 5).map((five) =>
      block(
        'PROMOTE',
        five.map(({ text }) => ({ text: `It says ${text}` })),
      ),
    ),
    ...short.map(({ text }) => block('FIX_OUTCOME', { outcome: 'worked', reason: `They said ${text}` })),
    ...short.map(({ text }) => block('PROMOTE', { text: 'It drops', source_ref: text, quote: text, why: text })),
    block('SUGGEST_FIX', {
      title: `Set the tunnel: ${short[0]?.text}`.slice(0, 160),
      description: joined(some, 2000),
      confidence: 80,
      script: { language: 'powershell', body: `Set-Tunnel\n${joined(some, 6000)}` },
      parameters: Object.fromEntries(
        middle.map(({ text }, at) => [`remark_${at}`, at % 2 ? text : [text]]).slice(0, 20),
      ),
    }),
    'That is all of it.',
  ]
  return { text: words.join('\n').match(/[\s\S]{1,23}/g) ?? [] }
}

const questionOf = ({ text }: Secret, at: number) =>
  text.length <= 450
    ? { text: `${at}: what of ${text}`, context: text }
    : { text: `${at} of ${text.length}?`, context: text }
const checkOf = ({ text }: Secret, at: number) => ({
  label: text.length <= 150 ? `${at}: read ${text}` : `${at} of ${text.length}`,
  command: text,
  ...(text.length <= 1000 ? { description: text } : {}),
})

export function chunksOf<Item>(items: readonly Item[], length: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, at) =>
    items.slice(at * length, (at + 1) * length),
  )
}

/** What the account's rows hold in every column that SECURITY.md says to be without secrets, by table and column. */
export async function rowsWithoutSecrets({ admin }: Product, person: Person): Promise<Record<string, string>> {
  const { account_id } = await idsOf(person)
  const columns = documentedColumns.filter(({ secrets }) => secrets !== 'as written')
  const rows: Record<string, string> = {}
  for (const { table, column } of columns) {
    const [has] = await admin`
      select 1 from information_schema.columns where table_name = ${table} and column_name = 'account_id'`
    const found = await admin.unsafe(
      `select ${column}::text as said from ${table} ${has ? 'where account_id = $1' : ''}`,
      has ? [account_id] : [],
    )
    rows[`${table}.${column}`] = found.map(({ said }) => said).join('\n')
  }
  return rows
}

/** What FlowPilot itself wrote into columns that hold an engineer's words as well. */
export async function ownPartsOfRows({ admin }: Product, session_id: string): Promise<Record<string, string>> {
  const [session] = await admin`select title, pending_task_lane from ai_sessions where id = ${session_id}`
  const facts = await admin`select text from session_facts where session_id = ${session_id} and source_type <> 'manual'`
  const fixes = await admin`
    select title, description, cause, script, parameters, outcome_proposal from session_suggested_fixes
    where session_id = ${session_id} and user_decision is null`
  const { questions = [], checks = [] } = session?.pending_task_lane ?? {}
  return {
    'the title': session?.title,
    'what the lane asks': JSON.stringify([...questions, ...checks].map((item) => ({ ...item, answer: 0, result: 0 }))),
    'facts that FlowPilot worded': JSON.stringify(facts),
    'fixes of the model': JSON.stringify(fixes),
  }
}
