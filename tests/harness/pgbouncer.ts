import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild, waitUntil } from './child-process.ts'
import { freePort } from './free-port.ts'
import type { PostgresAddress } from './postgres.ts'
import { unprivilegedUser } from './unprivileged-user.ts'

export type RunningPgbouncer = { address: PostgresAddress; stop: () => Promise<void> }

/** Starts Debian's PgBouncer before this server: transaction pooling, three server connections for each database and role. */
export async function startPgbouncer(server: PostgresAddress): Promise<RunningPgbouncer> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'flowpilot-pgbouncer-'))
  chmodSync(folder, 0o755)
  const logins = ['flowpilot_api', 'flowpilot_owner'].map((role) => `"${role}" "${server.password}"\n`)
  writeFileSync(join(folder, 'logins.txt'), logins.join(''))
  writeFileSync(join(folder, 'pgbouncer.ini'), settings(server.port, port, folder))
  const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((path) => existsSync(path)) ?? 'pgbouncer'
  const bouncer = startChild(program, [join(folder, 'pgbouncer.ini')], unprivilegedUser())
  await waitUntil(bouncer, () => accepts(port))
  return {
    address: { port, password: server.password },
    async stop() {
      // SIGTERM ends it at once; SIGINT would wait for the clients.
      await bouncer.stop('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const settings = (server_port: number, port: number, folder: string) => `
[databases]
* = host=127.0.0.1 port=${server_port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${folder}/logins.txt
pool_mode = transaction
default_pool_size = 3
max_client_conn = 1000
`

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
