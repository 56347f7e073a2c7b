import { z } from 'zod'
import { sentences } from './plain-words.ts'
import type { PracticeRequest } from './practice-request.ts'

const evidence = z.object({
  facts: z.array(z.object({ name: z.string(), text: z.string() })),
  fix: z
    .object({
      title: z.string(),
      description: z.string().nullable(),
      status: z.string(),
      facts: z.array(z.string()),
    })
    .nullable(),
})
type Evidence = z.infer<typeof evidence>
type Sentence = { text: string; cites: string[] }

const EVIDENCE_BLOCK = /^\s*<evidence for="(resolution_note|escalation_package)">\n([\s\S]*)\n<\/evidence>\s*$/

/** The drafted sections of a note or a package, in the words of the evidence; null for any other request. */
export function answerEvidence(request: PracticeRequest): string | null {
  const [, kind, body] = request.messages.at(-1)?.content.at(-1)?.text?.match(EVIDENCE_BLOCK) ?? []
  if (body === undefined) return null
  try {
    const read = evidence.parse(JSON.parse(body))
    return JSON.stringify(kind === 'resolution_note' ? draftNote(read) : draftPackage(read))
  } catch {
    return null
  }
}

const draftNote = (read: Evidence) => ({
  problem: whatIsWrong(read),
  root_cause: read.fix?.status === 'proposed' ? [] : cause(read),
  resolution: whatWasDone(read),
})

const draftPackage = (read: Evidence) => ({
  problem: whatIsWrong(read),
  current_hypothesis: cause(read),
  suggested_next_steps: [],
})

/** What is established first is the trouble itself. */
const whatIsWrong = ({ facts }: Evidence): Sentence[] =>
  facts.slice(0, 1).map(({ name, text }) => ({ text, cites: [name] }))

function cause({ facts, fix }: Evidence): Sentence[] {
  if (!fix?.description) return []
  const behind = facts.map(({ name }) => name).filter((name) => fix.facts.includes(name))
  return sentences(fix.description)
    .slice(0, 2)
    .map((text) => ({ text, cites: [...behind, 'FIX'] }))
}

const whatWasDone = ({ fix }: Evidence): Sentence[] =>
  fix && !['proposed', 'failed'].includes(fix.status) ? [{ text: `Done: ${fix.title}.`, cites: ['FIX'] }] : []
