import * as z from 'zod'
import type { KeptDraft } from '../../db/schema/artifact-previews.ts'
import type { Ai } from '../ai/ai.ts'
import { AiFailure } from '../ai/ai-failure.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { createJudge } from '../grounding/judge.ts'
import { redactDeep } from '../redaction/redact-deep.ts'
import { cleanText } from '../text/clean-text.ts'
import type { Artifact } from './artifact.ts'
import { draftPrompt } from './draft-prompt.ts'
import { groundsOf } from './evidence-sources.ts'

/** The engineer waits for it: what takes longer is written from the state. Less than the 30 s that the whole may take. */
const patience_ms = 27_000
/** More than a good draft ever needs; what is longer is not read. */
const longestReply = 32_000
const mostSentences = 12

/** A draft of which only what holds was kept; or why there is none. */
export type Drafted = { draft: KeptDraft } | { failure: string }

type Asker = { account_id: string; session_id: string; secrets: readonly string[] }

/** Asks the model for its sections and keeps of them what the evidence carries. Never throws for what the model does. */
export async function draftArtifact(ai: Ai, asker: Asker, artifact: Artifact, evidence: Evidence): Promise<Drafted> {
  if (evidence.facts.length === 0 && !evidence.fix) return { failure: 'There is no fact and no fix yet to write from.' }
  try {
    const { text, stop_reason } = await ai.complete({
      purpose: artifact.kind,
      ...asker,
      prompt: { sections: [draftPrompt, artifact.prompt], ask: [showEvidence(artifact, evidence)] },
      max_tokens: 3000,
      signal: AbortSignal.timeout(patience_ms),
    })
    if (stop_reason === 'refusal') return { failure: 'The model declined to write it.' }
    const said = readDraft(artifact, text)
    return said
      ? { draft: keepWhatHolds(said, evidence, asker.secrets) }
      : { failure: 'The model’s answer was no draft.' }
  } catch (error) {
    if (!(error instanceof AiFailure)) throw error
    // The only signal is the clock's.
    return { failure: error.code === 'cancelled' ? 'The model did not answer in time.' : error.message }
  }
}

/** The evidence as the model reads it. */
function showEvidence({ kind }: Artifact, evidence: Evidence): string {
  // A "<" inside would let an answer close the tag that holds it.
  return `<evidence for="${kind}">\n${JSON.stringify(evidence).replaceAll('<', '\\u003c')}\n</evidence>`
}

// JSON's own escapes can bring back what was cleaned.
const cleanString = z.string().transform(cleanText)
const sentence = z.object({ text: cleanString, cites: z.array(cleanString).max(50).catch([]) })
const sentences = z.array(sentence).max(mostSentences).optional()
type SaidDraft = Record<string, z.infer<typeof sentence>[]>

/** The sections of a reply; nothing where it is no draft, or an empty one. */
function readDraft({ sections }: Artifact, reply: string): SaidDraft | undefined {
  if (reply.length > longestReply) return undefined
  const names = sections.flatMap(({ drafted }) => drafted ?? [])
  const schema = z.object(Object.fromEntries(names.map((name) => [name, sentences])))
  try {
    const said = schema.parse(JSON.parse(reply.slice(reply.indexOf('{'), reply.lastIndexOf('}') + 1)))
    const given = Object.entries(said).flatMap(([name, list]) => (list?.length ? [[name, list] as const] : []))
    return given.length > 0 ? Object.fromEntries(given) : undefined
  } catch {
    return undefined
  }
}

function keepWhatHolds(said: SaidDraft, evidence: Evidence, secrets: readonly string[]): KeptDraft {
  const judge = createJudge(groundsOf(evidence))
  const kept: KeptDraft = { sections: {}, dropped: [] }
  for (const [name, list] of Object.entries(said)) {
    const judged = list.map(({ text, cites }) => judge(name, { text, cites: redactDeep(cites, secrets) }))
    kept.sections[name] = judged.flatMap(({ kept }) => kept ?? [])
    kept.dropped.push(...judged.flatMap(({ dropped }) => dropped ?? []))
  }
  return redactDeep(kept, secrets)
}
