import { redact } from '../redaction/redact.ts'
import { redactDeep } from '../redaction/redact-deep.ts'
import { withoutFence } from './fence.ts'
import { markerNames } from './payloads.ts'

const opening = new RegExp(`\\[(${markerNames.join('|')})\\]`, 'g')

/**
 * A reply as the model wrote it, blocks included, without its secrets. Those of a block are looked for in its values, since
 * JSON escapes what would tell them; a block that holds none stays letter by letter.
 */
export function redactReply(reply: string, secrets: readonly string[]): string {
  const parts: string[] = []
  let end = 0
  for (const { index, 0: tag, 1: marker } of reply.matchAll(opening)) {
    if (index < end) continue
    const from = index + tag.length
    const to = reply.indexOf(`[/${marker}]`, from)
    if (to === -1) break
    parts.push(reply.slice(end, from), redactBody(reply.slice(from, to), secrets))
    end = to
  }
  return redact([...parts, reply.slice(end)].join(''), secrets).text
}

function redactBody(body: string, secrets: readonly string[]): string {
  try {
    const value: unknown = JSON.parse(withoutFence(body.trim()))
    const clean = redactDeep(value, secrets)
    return clean === value ? body : `\n${JSON.stringify(clean)}\n`
  } catch {
    return redact(body, secrets).text
  }
}
