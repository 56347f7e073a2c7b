import { startConnectWise } from './connectwise.ts'

// `bun tests/harness/connectwise/serve.ts 8790`: the simulator by itself, so that it outlives the server that talks to it.
const { base_url, host, keys } = await startConnectWise({ port: Number(process.argv[2] ?? 0) })
console.log(JSON.stringify({ base_url, host, keys }))
