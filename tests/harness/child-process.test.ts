import { expect, test } from 'vitest'
import { startChild, waitUntil } from './child-process.ts'

const node = (script: string) => startChild(process.execPath, ['-e', script])

test('a child that ends before it is ready is reported with what it said', async () => {
  const child = node('console.error("port is taken"); process.exit(1)')
  await expect(waitUntil(child, () => false)).rejects.toThrow('port is taken')
})

test('a command that does not exist is reported, and stopping it is no error', async () => {
  const child = startChild('/no/such/command', [])
  await expect(waitUntil(child, () => false)).rejects.toThrow('/no/such/command')
  await child.stop()
})

test('a child that ignores the request to end is ended by force, with its own children', async () => {
  const grandchild = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'])`
  const child = node(
    `process.on('SIGTERM', () => {}); console.log('pid', ${grandchild}.pid); setInterval(() => {}, 1e6)`,
  )
  await waitUntil(child, () => child.output().includes('pid'))
  await child.stop('SIGTERM', 50)
  expect(child.running()).toBe(false)
  const pid = Number(child.output().split(' ')[1])
  await expect.poll(() => exists(pid)).toBe(false)
})

function exists(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
