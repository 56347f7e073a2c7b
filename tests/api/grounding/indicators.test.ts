import { expect, test } from 'vitest'
import { indicatorsIn, inventedIn } from '../../../api/grounding/indicators.ts'
import { countsIn, sayFull } from '../../../api/grounding/quantities.ts'
import { cpuTime } from '../../harness/cpu-time.ts'

test.each([
  ['an address', 'The gateway 10.20.0.1 answers', '10.20.0.1'],
  ['a range', 'Only 10.20.0.0/22 is affected', '10.20.0.0/22'],
  ['a host', 'It reaches fs01.acme.example', 'fs01.acme.example'],
  ['a short host', 'DC02 does not replicate', 'dc02'],
  ['a device', 'MFP-2 can’t scan', 'mfp-2'],
  ['a path', 'C:\\Temp\\setup.log is locked', 'c:\\temp\\setup.log'],
  ['a share', 'It maps \\\\fs01\\shares', '\\\\fs01\\shares'],
  ['a UNIX path', 'The log /var/log/syslog grows', '/var/log/syslog'],
  ['a user', 'ACME\\jdoe is locked out', 'acme\\jdoe'],
  ['an address for mail', 'scan@acme.example bounces', 'scan@acme.example'],
  ['an error code', 'It fails with 0x80070643', '0x80070643'],
  ['a KB number', 'KB5034441 is missing', 'kb5034441'],
  ['a time', 'It began at 22:15', '22:15'],
  ['a version', 'Firmware 7.4.3 is on it', '7.4.3'],
  ['a number', 'It affects 14 users', '14'],
  ['a cmdlet', 'Restart-Service was run', 'restart-service'],
  ['a number in words', 'Thirty-two users were signed out', '32'],
  ['a number below zero', 'It ends with error -8', '-8'],
  ['a time without a number', 'It has been so for weeks', 'for weeks'],
  ['a month that is a word', 'It began in March', 'in march'],
  ['what is no word', 'It takes Blue$Moon$9', 'blue$moon$9'],
])('%s is an indicator', (_, sentence, indicator) => {
  expect(indicatorsIn(sentence)).toContain(indicator)
  expect(inventedIn(sentence, sentence)).toEqual([])
  expect(inventedIn(sentence, 'Nothing of the kind was said.')).toContain(indicator)
})

test.each([
  ['10.0.0.1', '10.0.0.11 answers'],
  ['10.0.0.1', '110.0.0.1 answers'],
  ['7.4', 'Firmware 7.4.3'],
  ['22', 'Reason code 221'],
  ['8', 'Version 7.2.8'],
  ['22', 'only 10.20.0.0/22'],
  ['14 days', 'for 14 hours'],
  ['1', 'about 1.5 minutes'],
  ['DC0', 'DC02 is fine'],
  ['KB503444', 'KB5034441 is missing'],
])('%s does not stand in “%s”', (indicator, source) => {
  expect(inventedIn(`It is ${indicator} there`, source)).not.toEqual([])
})

test.each([
  ['40–60 s', 'after 40-60s'],
  ['1.2 GB', '1.2GB free'],
  ['DC02', 'on dc02'],
  ['22', 'reason code (22)'],
  ['10.0.0.1', 'ping 10.0.0.1, then'],
  ['10.0.0.1', 'It was 10.0.0.1.'],
  ['10.0.0.1', 'on 10.0.0.1:9100'],
  ['455', 'error -455'],
  ['30', 'of thirty users'],
  ['einundzwanzig', '21 Drucker'],
])('%s stands in “%s”', (indicator, source) => {
  expect(inventedIn(`It is ${indicator} there`, source)).toEqual([])
})

test.each([
  ['C: has 3.5 GB of 120 GB free.', 'Freier Speicher: 3,5 GB von 120 GB'],
  ['Ping loses 12.5 %.', 'Verluste: 12,5 %'],
  ['The folder has 1,234 files.', '         1.234 Datei(en)'],
  ['1,234.5 GB are free.', 'Es sind 1.234,5 GB frei'],
  ['Es sind 3,5 GB frei.', '3.5 GB free of 120 GB'],
])('“%s” says the numbers of “%s”', (sentence, source) => expect(inventedIn(sentence, source)).toEqual([]))

test.each([
  ['C: has 35 GB of 120 GB free.', 'Freier Speicher: 3,5 GB von 120 GB'],
  ['C: has 3.6 GB of 120 GB free.', 'Freier Speicher: 3,5 GB von 120 GB'],
  ['The folder has 1,235 files.', '1.234 Datei(en)'],
  ['1.2 GB are free.', '1,2 GB used, 3,4 GB in all'],
  ['It has version 7.4.', 'Die Version ist 7.4.3 und nicht älter'],
])('“%s” makes up a number that “%s” does not have', (sentence, source) =>
  expect(inventedIn(sentence, source)).not.toEqual([]),
)

test('plain words are no indicators', () => {
  expect(indicatorsIn('Only the laptops of the office are affected, and home users are fine.')).toEqual([])
})

test('a German compound is no cmdlet', () => expect(indicatorsIn('Das Scan-Konto meldet sich an')).toEqual([]))

test('a list counts its names', () => {
  expect(countsIn('Ana Ruiz, Ben Okoro and Cy Lind were cut off')).toEqual(['3'])
  expect(countsIn('PC-4 und PC-5 sind gesperrt')).toEqual(['2'])
  expect(countsIn('It is slow and noisy')).toEqual([])
})

test.each([
  ['0.4 gb free of 500 gb', true],
  ['900 mb free of 1 tb', true],
  ['640 gb free of 1.8 tb', false],
])('%s is full: %s', (text, full) => expect(sayFull(text).endsWith(' full')).toBe(full))

test('a hostile source takes no more than linear time', () => {
  const lengths = [5_000, 40_000]
  for (const piece of ['a.', 'a-', '1.', '\\', '/a', '0x', 'a@', '1:', '[', '- ', '$a']) {
    const [short = 0, long = 0] = lengths.map((length) =>
      cpuTime(() => inventedIn('Host a1 at 10.0.0.1', piece.repeat(length))),
    )
    const [shortText = 0, longText = 0] = lengths.map((length) => cpuTime(() => indicatorsIn(piece.repeat(length))))
    expect(long / short, `source of ${piece}`).toBeLessThan(40)
    expect(longText / shortText, `sentence of ${piece}`).toBeLessThan(40)
  }
})
