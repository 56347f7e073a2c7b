import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository } from '../harness/repository.ts'
import { readFiles } from '../harness/source-file.ts'
import { realisticExamples } from './realistic-examples.ts'

const files = readFiles(repository, ['api']).filter(({ path }) => path.endsWith('-prompt.ts'))
const prompts = await Promise.all(
  files.map(async ({ path }) => ({ path, said: Object.values<unknown>(await import(join(repository, path))) })),
)

describe.each(prompts)('$path', ({ said }) => {
  test('exports its prompts as texts', () => {
    expect(said.length).toBeGreaterThan(0)
    for (const each of said) expect(typeof each).toBe('string')
  })

  test('holds placeholders, and nothing that could turn up in somebody’s ticket', () => {
    expect(said.flatMap((each) => realisticExamples(String(each)))).toEqual([])
  })
})

test('the conversation’s prompts are among them', () => {
  const paths = files.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['api/chat/chat-prompt.ts', 'api/markers/marker-prompt.ts']))
})

describe('a prompt would fail with', () => {
  test.each([
    ['a question', '{"text": "Does it drop on Wi-Fi, too?"}', '"Does it drop on Wi-Fi, too?"'],
    ['an option', '{"options": ["<short answer>", "Only on Wi-Fi"]}', '"Only on Wi-Fi"'],
    ['a half-made placeholder', '{"text": "<one> question"}', '"<one> question"'],
    ['a confidence', '{"confidence": 85}', ': 85'],
    ['an ordinal', '{"facts": [1, 3]}', '[1, 3]'],
    ['an address', 'Ping 10.20.0.1 first.', '10.20.0.1'],
    ['an address of version 6', 'Ping fe80::1ff:fe23:4567 first.', 'fe80::1ff:fe23:4567'],
    ['a host name', 'Look at dc01.acme.local.', 'dc01.acme.local'],
    ['a host’s short name', 'Look at SRV-DC01 first.', 'SRV-DC01'],
    ['a URL', 'See https://status/health', 'https://status/health'],
    ['an e-mail address', 'Mail lee@northbeam', 'lee@northbeam'],
    ['a Windows path', 'Read C:\\Windows\\Temp', 'C:\\Windows\\Temp'],
    ['a share', 'Open \\\\files\\scans', '\\\\files\\scans'],
    ['a path', 'Read /var/log/syslog', '/var/log/syslog'],
    ['a knowledge base number', 'Install KB5034441.', 'KB5034441'],
    ['an event', 'Look for Event ID 4625.', 'Event ID 4625'],
    ['an error code', 'It says 0x80070005.', '0x80070005'],
    ['an error number', 'It says error 691.', 'error 691'],
    ['a cmdlet', 'Run Get-NetAdapter.', 'Get-NetAdapter'],
    ['a command', 'Run ipconfig /all.', 'ipconfig /all'],
    ['a version', 'Since 23H2 or 7.4.1', '7.4.1'],
    ['a GUID', 'Of 5d3c1c7e-93b1-4f0e-8f52-1a7a4d1f2b90', '5d3c1c7e-93b1-4f0e-8f52-1a7a4d1f2b90'],
    ['a time', 'Since 09:15', '09:15'],
    ['a date', 'Since 2026-11-22', '2026-11-22'],
    ['a person', 'Mara said so.', 'Mara'],
    ['a client', 'At Harbor Legal it works.', 'Harbor Legal'],
  ])('%s', (_, text, example) => expect(realisticExamples(text)).toContain(example))
})

test.each([
  '{"text": "<one question>", "options": ["<short answer>", "<short answer>"]}',
  '{"confidence": <0 to 100>, "facts": [<ordinals>], "disruptive": <true or false>}',
  'One to six items of at most eighty characters. Give F1, F2 and so on. Well-known and read-only.',
  'See the session state: its ids, its facts (at most 3), and/or the fix.',
])('a prompt may say: %s', (text) => expect(realisticExamples(text)).toEqual([]))
