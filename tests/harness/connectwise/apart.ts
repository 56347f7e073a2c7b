import { type Child, startChild, waitUntil } from '../child-process.ts'
import { repository } from '../repository.ts'
import type { OwnConnectWise } from './connectwise.ts'
import { connectwiseAt } from './handle.ts'

/** The simulator in a process of its own, where it goes on whatever happens to this one's children. */
export async function startConnectWiseApart(): Promise<OwnConnectWise> {
  const child = startChild('node_modules/.bin/bun', ['tests/harness/connectwise/serve.ts'], { cwd: repository })
  await waitUntil(child, () => child.output().includes('\n'))
  return { ...connectwiseAt(addressOf(child)), close: () => child.stop() }
}

function addressOf(child: Child): string {
  const { base_url } = JSON.parse(child.output().split('\n')[0] ?? '')
  return base_url
}
