import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, signUpMara } from '../people.ts'
import { startProduct } from '../product.ts'
import { linesOf, noteDraft, openVpnSession, preview, textsOf, vpn_facts, vpn_fix } from './artifacts.ts'

const product = await startProduct()
afterAll(product.close)
let mara: Person
beforeAll(async () => {
  mara = await signUpMara(product)
})

const calls = () => product.model.requests().filter(({ body }) => !body.stream).length

const good = {
  problem: [{ text: 'Office laptops in 10.20.0.0/22 lost the VPN.', cites: ['F1'] }],
  root_cause: [
    {
      text: 'The firmware update reset the VPN policy to EAP-TLS, for which the laptops carry no certificate.',
      cites: ['F3', 'FIX'],
    },
  ],
  resolution: [{ text: 'PEAP-MSCHAPv2 was enabled again on the office VPN policy.', cites: ['FIX'] }],
}

test('a note has the four sections, and what we confirmed is the confirmed facts word for word', async () => {
  const { id, fix_path } = await openVpnSession(product, mara)
  await mara.post(`${fix_path}/outcome`, { outcome: 'worked', note: 'All six laptops stay connected.' })
  product.model.reply(noteDraft(good))
  const note = await preview(mara, id)
  expect(note.status).toBe(200)
  expect(note.body.sections.map(({ heading }) => heading)).toEqual([
    'Problem',
    'What we confirmed',
    'Root cause',
    'Resolution',
  ])
  expect(linesOf(note, 'What we confirmed')).toEqual(vpn_facts.map((text, at) => ({ text, cites: [`F${at + 1}`] })))
  expect(linesOf(note, 'Problem')).toEqual([{ ...good.problem[0], cites: ['F1'] }])
  expect(textsOf(note, 'Root cause')).toEqual([good.root_cause[0]?.text])
  expect(textsOf(note, 'Resolution')).toEqual([good.resolution[0]?.text, 'It worked: All six laptops stay connected.'])
  expect(note.body).toMatchObject({ written_by: 'model', state_reason: null, from_cache: false, dropped: [] })
  expect(note.body.markdown).toBe(
    [
      `## Problem\n\n${good.problem[0]?.text}`,
      `## What we confirmed\n\n${vpn_facts.map((text) => `- ${text}`).join('\n')}`,
      `## Root cause\n\n${good.root_cause[0]?.text}`,
      `## Resolution\n\n${good.resolution[0]?.text} It worked: All six laptops stay connected.\n`,
    ].join('\n\n'),
  )
})

test('a sentence is dropped, with the reason, when what it names does not exist or does not say it', async () => {
  const { id } = await openVpnSession(product, mara)
  const lies = {
    'It rests on F9, which does not exist.': { text: 'The laptops lost the VPN.', cites: ['F9'] },
    'It names nothing that it rests on.': { text: 'The laptops lost the VPN.', cites: [] },
    '“nps02” stands nowhere in the evidence.': { text: 'NPS02 logs reason code 22 at the drop.', cites: ['F2'] },
    'F2 says not “paid”.': { text: 'Nobody had paid the licence of the firewall vendor.', cites: ['F2'] },
    'It is an instruction, not a finding.': { text: 'Please restart the office laptops.', cites: ['F1'] },
    'It holds what looks like a secret.': { text: 'The office laptops use the password: Winter2026!x', cites: ['F1'] },
  }
  product.model.reply(noteDraft({ ...good, problem: Object.values(lies) }))
  const note = await preview(mara, id)
  expect(note.body.dropped.map(({ why }) => why)).toEqual(Object.keys(lies))
  expect(textsOf(note, 'Problem')).toEqual(['VPN drops after MFA.', 'Office laptops lose the VPN.'])
  expect(JSON.stringify(note.body)).not.toContain('Winter2026')
})

test('a kept sentence cites every fact that its indicators stand in, named or not', async () => {
  const { id } = await openVpnSession(product, mara)
  const text = 'Since the firmware update on Tuesday night NPS01 logs reason code 22.'
  product.model.reply(noteDraft({ problem: [{ text, cites: ['f3'] }] }))
  expect(linesOf(await preview(mara, id), 'Problem')).toEqual([{ text, cites: ['F2', 'F3'] }])
})

test('what is not known is not established', async () => {
  const { id } = await openVpnSession(product, mara)
  product.model.reply(noteDraft({ problem: good.problem }))
  const note = await preview(mara, id)
  expect(linesOf(note, 'Root cause')).toEqual([{ text: 'Not established.', cites: [] }])
  expect(linesOf(note, 'Resolution')).toEqual([{ text: 'Not established.', cites: [] }])
})

test('unchanged evidence costs no call, in another process too, and an edited fact is drafted anew', async () => {
  const { id, facts } = await openVpnSession(product, mara)
  product.model.reply(noteDraft(good))
  const first = await preview(mara, id)
  const before = calls()
  const again = await preview(mara, id)
  expect(again.body).toEqual({ ...first.body, from_cache: true })
  expect(calls()).toBe(before)

  await mara.patch(`/ai-sessions/${id}/facts/${facts[0]?.id}`, { text: 'Only laptops on 10.30.0.0/22 are affected' })
  const text = 'Office laptops in 10.30.0.0/22 lost the VPN.'
  product.model.reply(noteDraft({ ...good, problem: [{ text, cites: ['F1'] }] }))
  const edited = await preview(mara, id)
  expect(calls()).toBe(before + 1)
  expect(edited.body.fingerprint).not.toBe(first.body.fingerprint)
  expect(edited.body.markdown).toContain(text)
  expect(edited.body.markdown).toContain('- Only laptops on 10.30.0.0/22 are affected')
})

test('a proposed fact is in no note before an engineer confirms it', async () => {
  const { id } = await openVpnSession(product, mara)
  product.model.replyTo('Why', { text: '[PROMOTE]{"text": "The certificate expired"}[/PROMOTE]' })
  await Array.fromAsync(mara.stream(`/ai-sessions/${id}/messages`, { content: 'Why?' }))
  product.model.reply(noteDraft({ problem: [{ text: 'The certificate expired.', cites: ['F4'] }] }))
  const note = await preview(mara, id)
  expect(note.body.markdown).not.toContain('certificate expired')
  expect(note.body.dropped).toEqual([
    { text: 'The certificate expired.', why: 'It rests on F4, which does not exist.' },
  ])
})

test('a session with nothing in it asks no model and says so', async () => {
  const { body: session } = await mara.post<{ id: string }>('/ai-sessions', { title: 'Printing' })
  const before = calls()
  const note = await preview(mara, session.id)
  expect(note.body).toMatchObject({
    written_by: 'state',
    state_reason: 'There is no fact and no fix yet to write from.',
  })
  expect(textsOf(note, 'What we confirmed')).toEqual(['Not established.'])
  expect(calls()).toBe(before)
})

test('a fix that did not work resolves nothing, and one that worked explains the cause without a model', async () => {
  const { id, fix_path } = await openVpnSession(product, mara)
  await mara.post(`${fix_path}/outcome`, { outcome: 'failed' })
  product.model.reply({ text: '{}' })
  expect(textsOf(await preview(mara, id), 'Root cause')).toEqual(['Not established.'])
  await mara.post(`${fix_path}/outcome`, { outcome: 'worked' })
  product.model.reply({ text: '{}' })
  const worked = await preview(mara, id)
  expect(linesOf(worked, 'Root cause')).toEqual([{ text: vpn_fix.description, cites: ['F1', 'F3', 'FIX'] }])
  expect(textsOf(worked, 'Resolution')).toEqual([`${vpn_fix.title}. It worked.`])
})

test('a preview needs no body, announced as JSON or not', async () => {
  const { id } = await openVpnSession(product, mara)
  const send = async (headers: Record<string, string>, body: string | null) => {
    product.model.reply(noteDraft(good))
    const url = `http://flowpilot.test/api/v1/ai-sessions/${id}/resolution-note/preview`
    const origin = { origin: 'http://flowpilot.test', cookie: await mara.cookie() }
    return await product.fetch(new Request(url, { method: 'POST', headers: { ...origin, ...headers }, body }))
  }
  const json = { 'content-type': 'application/json' }
  for (const [headers, body] of [
    [{}, null],
    [json, null],
    [json, ''],
    [json, '{}'],
  ] as const) {
    expect((await send(headers, body)).status).toBe(200)
  }
  expect((await send(json, '{')).status).toBe(400)
})
