import { contract_is_here, contractErrors } from '../../harness/connectwise/contract.ts'
import { brokenHabits } from '../../harness/connectwise/habits.ts'
import type { Office } from './office.ts'
import type { Plan } from './plans.ts'
import { judge, type Verdict } from './verdict.ts'
import { runWave } from './wave.ts'

/** Runs the plans of one wave and judges each, and the manners of all requests with them. */
export async function judgeWave(office: Office, plans: Plan[]): Promise<{ verdicts: Verdict[]; unmannerly: string[] }> {
  const runs = await runWave(office, plans)
  const verdicts: Verdict[] = []
  for (const run of runs) verdicts.push(await judge(office, run))
  // What it takes to find the site is asked at its usual path, where nothing is.
  const requests = (await office.there.requests()).filter(({ base }) => base !== '')
  return { verdicts, unmannerly: [...brokenHabits(requests), ...(contract_is_here ? contractErrors(requests) : [])] }
}

/** A line that says of a run what was planned, what came of it, and what was broken. */
export function describeRun({ run, end, there, broken }: Verdict): string {
  const { number, kind, step, killed, again, tabs } = run.plan
  const told = run.answers.map(({ status, body }) => (status === 200 ? body.result : body.code)).join(', ')
  const then = again ? `, then ${again.step}: ${describeTrouble(again)}` : ''
  const what = `${kind}, ${step}: ${describeTrouble(run.plan)}${killed ? `, killed, ${killed}` : ''}${then}, ${tabs} tabs`
  return `run ${number} (${what}) ended ${end}, the note is there ${there}, after ${told}: ${broken.join('; ') || 'as it should'}`
}

/** A fault by its name and what makes it another one. */
export function describeTrouble({ trouble: { kind, ...more } }: Pick<Plan, 'trouble'>): string {
  const said = Object.entries(more).map(([name, value]) => (value === true ? name : `${name} ${value}`))
  return [kind, ...said].join(' ')
}
