import { expect, test } from 'vitest'
import { isLeaked } from './leak.ts'
import { secrets } from './secrets.ts'
import { clean, shapes } from './shapes.ts'

test('in clean text no secret of any kind passes', () => {
  expect(secrets.filter((secret) => isLeaked(secret, clean))).toEqual([])
})

test('of all kinds in all shapes that a person can read, at most one in two hundred passes', () => {
  // A third of the secrets in each shape, other ones in the next; `npm run redaction` tries all.
  const tried = shapes.flatMap((shape, at) =>
    secrets.filter((_, index) => index % 3 === at % 3).map((secret) => ({ secret, shape })),
  )
  const passed = tried.filter(({ secret, shape }) => isLeaked(secret, shape))
  expect(tried.length).toBeGreaterThan(2500)
  expect(
    passed.map(({ secret, shape }) => `${shape.name}: ${secret.text}`).slice(Math.floor(tried.length / 200)),
  ).toEqual([])
})
