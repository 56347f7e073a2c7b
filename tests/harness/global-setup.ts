import type { TestProject } from 'vitest/node'
import { prepareServer } from './database.ts'
import { type PostgresAddress, startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresAddress
  }
}

/** One PostgreSQL for the whole run of vitest; a test copies its own database with `createDatabase(inject('postgres'), …)`. */
export default async function startDatabaseServer(project: TestProject) {
  const server = await startPostgres()
  try {
    await prepareServer(server.address)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('postgres', server.address)
  return () => server.stop()
}
