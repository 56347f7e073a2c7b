import { openSocket } from '../../../api/psa/outbound/open-socket.ts'
import { sendOver } from '../../../api/psa/outbound/send-over.ts'
import { PsaFailure } from '../../../api/psa/provider.ts'

// `bun outbound-tls-client.ts <url> <address>,…`: sends one request to these addresses, and writes what came of it.
const [address = '', addresses = ''] = process.argv.slice(2)
const url = new URL(address)
const signal = AbortSignal.timeout(3000)
try {
  const socket = await openSocket(url, addresses.split(','), signal)
  const { status, text } = await sendOver(socket, url, { method: 'POST', headers: {}, body: 'a note' }, signal)
  console.log(JSON.stringify({ status, text }))
} catch (failure) {
  const { code, may_have_arrived, cause } = failure instanceof PsaFailure ? failure : {}
  const why = typeof cause === 'object' && cause && 'code' in cause ? cause.code : undefined
  console.log(JSON.stringify({ code, may_have_arrived, why }))
}
process.exit()
