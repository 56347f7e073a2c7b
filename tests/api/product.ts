import postgres from 'postgres'
import { inject } from 'vitest'
import { startApp, type TestApp, type TestAppOptions } from '../harness/app.ts'
import { createDatabase, type TestDatabase } from '../harness/database.ts'
import { type ScriptedModel, startScriptedModel } from '../harness/scripted-model.ts'

type AppInProcess = Extract<TestApp, { fetch: unknown }>

export type Product = AppInProcess & {
  /** Says what the test scripts; refuses what it does not. */
  model: ScriptedModel
  database: TestDatabase
  /** The superuser's look behind the product's back. */
  admin: postgres.Sql
}

type Options = Pick<TestAppOptions, 'ai_patience'> & {
  practice?: boolean
  now?: () => number
  connections?: number
  psa_allowed_hosts?: string
  public_url?: string
  trusted_proxies?: string
}

/** The product in this process on a database of its own, with a scripted model behind it, or with the practice model. */
export async function startProduct({ practice = false, ...options }: Options = {}): Promise<Product> {
  const database = await createDatabase(inject('postgres'), 'template')
  const model = await startScriptedModel()
  const app = startApp({
    database_url: database.api_url,
    ...options,
    ...(practice ? {} : { model_url: model.base_url }),
  }) as AppInProcess
  const admin = postgres(database.admin_url, { max: 2, onnotice: () => {} })
  return {
    ...app,
    model,
    database,
    admin,
    async close() {
      await model.close()
      await app.close()
      await admin.end()
      await database.drop()
    },
  }
}
