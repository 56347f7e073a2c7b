import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './repository.ts'

type DocumentedColumn = { table: string; column: string; secrets: string; kept: string }

/** The columns that SECURITY.md lists, each with its word for whether it may hold a secret. */
export const documentedColumns: DocumentedColumn[] = readFileSync(join(repository, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => {
    const [tables = '', columns = '', secrets = '', kept = ''] = line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1)
    return namesIn(tables).flatMap((table) => namesIn(columns).map((column) => ({ table, column, secrets, kept })))
  })

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)
}
