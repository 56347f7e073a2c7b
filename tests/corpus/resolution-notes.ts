import { createDatabase, prepareServer } from '../harness/database.ts'
import { type Engineer, signUp } from '../harness/http.ts'
import { startPostgres } from '../harness/postgres.ts'
import { startServer } from '../harness/processes.ts'
import { startScriptedModel } from '../harness/scripted-model.ts'
import { northbeam } from '../harness/world.ts'
import { all_cases } from './notes/all-cases.ts'
import { type Draft, draftsOf } from './notes/drafts.ts'
import { planted_kinds } from './notes/note-case.ts'
import { countDropped, inPercent, type Tried, tryDraft } from './try-draft.ts'

/**
 * Two hundred drafts of notes with planted lies, through the product and its database. Prints how many of the planted and
 * of the true sentences were dropped; ends with 1 below 95 % of the ones or above 2 % of the others. As many drafts again
 * tell what becomes of true sentences in words of their own; that figure decides nothing.
 */
const [how_many = 200, seed = 7] = process.argv.slice(2).map(Number)

const postgres = await startPostgres()
const model = await startScriptedModel()
await prepareServer(postgres.address)
const database = await createDatabase(postgres.address, 'template')
const server = await startServer({
  DATABASE_URL: database.api_url,
  FLOWPILOT_SECRET: crypto.randomUUID() + crypto.randomUUID(),
  ANTHROPIC_BASE_URL: model.base_url,
})
let failed = true
try {
  const mara = await signUp(server.base_url, { name: northbeam.engineer, account_name: northbeam.account_name })
  const tried = await tryAll(mara, draftsOf(all_cases, how_many, seed))
  for (const kind of planted_kinds)
    say(
      `  ${kind}`,
      tried.filter(({ sentence }) => sentence.planted === kind),
    )
  say(`all ${how_many} drafts`, tried)
  const reworded = countDropped(await tryAll(mara, draftsOf(all_cases, how_many, seed, 'reworded')))
  console.log(
    `sentences in words of their own, which the prompt rules out: ${inPercent(reworded.true_ones).toFixed(1)} % dropped of ${reworded.true_ones.all}`,
  )
  const { planted, true_ones } = countDropped(tried)
  failed = inPercent(planted) < 95 || inPercent(true_ones) > 2
} finally {
  await server.stop()
  await model.close()
  await postgres.stop()
}
console.log(failed ? 'failed' : 'passed')
process.exit(failed ? 1 : 0)

async function tryAll(engineer: Engineer, drafts: Draft[]): Promise<Tried[]> {
  const tried: Tried[] = []
  for (const draft of drafts) tried.push(...(await tryDraft(engineer, model, draft)))
  return tried
}

function say(what: string, tried: Tried[]) {
  const shown = Object.entries(countDropped(tried)).flatMap(([name, counted]) =>
    counted.all ? `${name.replace('_', ' ')} dropped: ${inPercent(counted).toFixed(1)} % of ${counted.all}` : [],
  )
  console.log(`${what}: ${shown.join(', ')}`)
}
