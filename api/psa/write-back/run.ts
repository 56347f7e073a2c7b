import { checkNotes, postNotes } from './notes.ts'
import type { WriteBack } from './rows.ts'
import { moveStatus } from './status.ts'
import type { Writing } from './write-back-context.ts'

/** Takes the attempt to its end from wherever it stands: the note, then the status, then a look at both. */
export async function runWriteBack(writing: Writing, write_back: WriteBack): Promise<WriteBack> {
  const noted = await checkNotes(writing, await postNotes(writing, write_back))
  return await moveStatus(writing, noted)
}
