import type { CitedSentence } from '../../db/schema/artifact-previews.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { NoteKind } from '../psa/provider.ts'
import type { ArtifactKind } from './rows.ts'
import type { Line } from './schemas.ts'

/**
 * What leaves a session: a note or a package. Some of its sections are the state itself; the others a model drafts,
 * sentence by sentence, and the state stands in where it does not.
 */
export type Artifact = {
  kind: ArtifactKind
  /** What the session is once it has left. */
  closes: 'resolved' | 'escalated'
  /** Over the note on the ticket. */
  title: string
  /** Who can read it there; `discussion` where the account wants that too. */
  kindsOfNote: (discussion: boolean) => NoteKind[]
  /** How the model drafts it. */
  prompt: string
  sections: readonly ArtifactSection[]
}

export type ArtifactSection = {
  heading: string
  /** A paragraph of sentences; a list; or a list whose items may hold a script behind `scriptFollows`. */
  form: 'prose' | 'list' | 'scripts'
  /** The section as the state alone has it. */
  fromState(evidence: Evidence): Line[]
  /** What the draft calls it, where a model may draft it. */
  drafted?: string
  /** What the state says behind the model's sentences, whatever they say. */
  afterDraft?(sentences: CitedSentence[], evidence: Evidence): Line[]
}

/** Between the words of an item and the script that belongs to it. */
export const scriptFollows = '\n\n'
