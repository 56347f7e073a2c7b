import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CannotOpen, openBox } from '../../api/secret-box/secret-box.ts'

const secret = 'a secret of Northbeam that is long enough'
const former = 'the secret that Northbeam had until May ..'
const northbeam = { account_id: '7d1f2c8a-0000-4000-8000-000000000001', field: 'private_key' }
const southgate = { ...northbeam, account_id: '7d1f2c8a-0000-4000-8000-000000000002' }
const box = openBox({ secret })

describe('a sealed text', () => {
  test('opens to what it was', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(await box.open(await box.seal(text, northbeam), northbeam)).toBe(text)
      }),
      { numRuns: 50 },
    ))

  test('says its version and nothing that can be read', async () => {
    const sealed = await box.seal('x4TnorthbeamPriv9', northbeam)
    expect(sealed).toMatch(/^v1:[\w-]{8}:[\w-]{16}:[\w-]+$/)
    expect(sealed).not.toContain('x4TnorthbeamPriv9')
  })

  test('is another one each time', async () => {
    const sealed = await Promise.all(Array.from({ length: 20 }, () => box.seal('the same', northbeam)))
    expect(new Set(sealed).size).toBe(20)
  })

  test('opens in no other account and in no other column', async () => {
    const sealed = await box.seal('x4T', northbeam)
    await expect(box.open(sealed, southgate)).rejects.toThrow(CannotOpen)
    await expect(box.open(sealed, { ...northbeam, field: 'client_id' })).rejects.toThrow(CannotOpen)
    const shifted = { account_id: `${northbeam.account_id}p`, field: 'rivate_key' }
    await expect(box.open(sealed, shifted)).rejects.toThrow(CannotOpen)
  })

  test('does not open when any of its characters is another one, is missing or comes twice', async () => {
    const sealed = await box.seal('x4TnorthbeamPriv9', northbeam)
    const opened: string[] = []
    for (const at of Array(sealed.length).keys()) {
      const [before, char, after] = [sealed.slice(0, at), sealed.charAt(at), sealed.slice(at + 1)]
      const others = ['A', 'B', '0', '_', '=', ':', ' ', '', char + char].filter((other) => other !== char)
      // The neighbours in the alphabet differ in the last bits, which base64 does not always use.
      const near = [-1, 1, 2].map((step) => String.fromCharCode(char.charCodeAt(0) + step))
      for (const other of [...others, ...near]) {
        const changed = `${before}${other}${after}`
        if (changed === sealed) continue
        const text = await box.open(changed, northbeam).catch((error) => {
          expect(error).toBeInstanceOf(CannotOpen)
          return undefined
        })
        if (text !== undefined) opened.push(changed)
      }
    }
    expect(opened).toEqual([])
  })

  test.each(['', 'v1', 'v1:::', 'v2:a:b:c', 'x4TnorthbeamPriv9', 'v1:a:b:c:d'])('is not “%s”', async (text) => {
    await expect(box.open(text, northbeam)).rejects.toThrow(CannotOpen)
  })
})

describe('after the secret was changed', () => {
  const renewed = openBox({ secret, former_secrets: [former] })

  test('what the former one sealed opens, and is stale until it is sealed anew', async () => {
    const sealed = await openBox({ secret: former }).seal('x4T', northbeam)
    expect(await renewed.isStale(sealed)).toBe(true)
    expect(await renewed.open(sealed, northbeam)).toBe('x4T')
    const anew = await renewed.seal('x4T', northbeam)
    expect(await renewed.isStale(anew)).toBe(false)
    expect(await box.open(anew, northbeam)).toBe('x4T')
  })

  test('what it sealed does not open once it is forgotten, with a word on why', async () => {
    const sealed = await openBox({ secret: former }).seal('x4T', northbeam)
    await expect(box.open(sealed, northbeam)).rejects.toThrow('a secret that FlowPilot no longer has')
  })
})
