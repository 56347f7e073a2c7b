import { cutForModel } from '../grounding/cut-for-model.ts'

export type Said = { id: string; role: 'user' | 'assistant'; content: string }

/** What a long message is cut to, where the conversation has to become shorter. */
const short_message = 1500
/** The last messages are what the next reply is about: they are cut last. */
const newest = 4

/**
 * The conversation in at most `most` characters: the oldest long messages are cut, then the oldest turns left out, with a
 * line for the model that says so. `shortened` is how many of them it does not get as they were said. What has to be cut is
 * cut to half of `most`, and the same way from turn to turn: until it is full again, what is sent only grows at its end
 * and stays in the model's cache.
 */
export function fitConversation(said: Said[], most: number): { conversation: Said[]; shortened: number } {
  const shortened = new Set<string>()
  let kept: Said[] = []
  let size = 0
  for (const message of said) {
    kept.push(message)
    size += message.content.length
    if (size > most) {
      kept = shrink(kept, Math.floor(most / 2), shortened)
      size = sizeOf(kept)
    }
  }
  const left_out = said.length - kept.length
  const [first, ...rest] = kept
  if (!first || left_out === 0) return { conversation: kept, shortened: shortened.size }
  const content = `[${left_out} earlier messages are left out here. What they led to stands in the session state.]\n\n${first.content}`
  return { conversation: [{ ...first, content }, ...rest], shortened: shortened.size }
}

function shrink(said: Said[], most: number, shortened: Set<string>): Said[] {
  const kept = [...said]
  let size = sizeOf(kept)
  const cut = (at: number, length: number) => {
    const message = kept[at]
    if (!message || message.content.length <= length) return
    kept[at] = { ...message, content: cutForModel(message.content, length) }
    size -= message.content.length - (kept[at]?.content.length ?? 0)
    shortened.add(message.id)
  }
  for (let at = 0; at < kept.length - newest && size > most; at++) cut(at, short_message)
  // From one message of the engineer to the next: a conversation begins with his words.
  while (size > most && kept.length > newest) {
    do {
      const [gone] = kept.splice(0, 1)
      if (gone) shortened.add(gone.id)
      size -= gone?.content.length ?? 0
    } while (kept.length > 0 && kept[0]?.role !== 'user')
  }
  for (let at = 0; at < kept.length && size > most; at++) cut(at, Math.max(short_message, Math.floor(most / newest)))
  return kept
}

export const sizeOf = (said: Said[]) => said.reduce((sum, { content }) => sum + content.length, 0)
