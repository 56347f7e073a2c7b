import { expect, inject, test } from 'vitest'
import { describeRun, judgeWave } from '../../load/write-backs/campaign.ts'
import { openOffice } from '../../load/write-backs/office.ts'
import { planSample } from '../../load/write-backs/plans.ts'

test('whatever ConnectWise answers and whenever the server is killed, a note is there once, and the session says what is so', {
  timeout: 120_000,
}, async () => {
  const office = await openOffice(inject('postgres'))
  try {
    const plans = planSample()
    const { verdicts, unmannerly } = await judgeWave(office, plans)
    expect(verdicts.filter(({ broken }) => broken.length > 0).map(describeRun)).toEqual([])
    expect(unmannerly).toEqual([])
    expect(verdicts).toHaveLength(plans.length)
    // What is left to the engineer is left for a reason: a ticket that is gone, a note that was cut off.
    const hopeless = ['ticket_deleted', 'note_clamped', 'status_undone']
    const left = verdicts.filter(({ end }) => end !== 'posted')
    expect(left.filter(({ run }) => !hopeless.includes(run.plan.trouble.kind)).map(describeRun)).toEqual([])
  } finally {
    await office.close()
  }
})
