import { ANSWER_LIMIT } from './AnswerField.tsx'

/** A character has at most so many bytes: a larger file cannot fit, and is not read. */
const MOST_BYTES = 4 * ANSWER_LIMIT

/** What somebody dropped, as text. Throws an `Error` whose message says why it is none. */
export async function droppedOutput(dropped: DataTransfer): Promise<string> {
  const files = [...dropped.files]
  if (files.length === 0) return dropped.getData('text/plain')
  return (await Promise.all(files.map(readOutput))).join('\n')
}

async function readOutput(file: File): Promise<string> {
  if (file.size > MOST_BYTES) {
    const size = `${(file.size / 1e6).toFixed(1)} MB`
    throw new Error(
      `${file.name} is too large with ${size}: a result has ${ANSWER_LIMIT.toLocaleString('en')} characters at most. Paste the part that matters.`,
    )
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  // Windows PowerShell writes UTF-16 where its output is redirected.
  const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)
  if (text.includes('\0')) throw new Error(`${file.name} is not text.`)
  return text
}
