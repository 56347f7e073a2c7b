import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import postgres from 'postgres'

/** As Cloudflare would at that minute. */
const fire = (cron: string) => `/cdn-cgi/handler/scheduled?cron=${encodeURIComponent(cron)}`

test('a Worker prunes at its hour, and takes up postings in between without pruning', async ({ request }) => {
  const admin = postgres(process.env.FLOWPILOT_E2E_WORKERD_DATABASE ?? '', { max: 1, onnotice: () => {} })
  try {
    const user_id = randomUUID()
    await admin`insert into users (id, name, email) values (${user_id}, 'Mara Reyes', ${`${user_id}@northbeam.test`})`
    await admin`
      insert into logins (id, user_id, token, expires_at)
      values (${randomUUID()}, ${user_id}, ${user_id}, now() - interval '1 hour')`
    const left = async () => (await admin`select from logins where user_id = ${user_id}`).count
    expect((await request.get(fire('*/2 * * * *'))).status()).toBe(200)
    expect(await left()).toBe(1)
    expect((await request.get(fire('17 * * * *'))).status()).toBe(200)
    expect(await left()).toBe(0)
  } finally {
    await admin.end()
  }
})
