/** The ways in which a planted sentence lies; the corpus holds each at least twice in every case. */
export const planted_kinds = [
  'wrong_host',
  'wrong_kb',
  'invented_user',
  'invented_time',
  'says_something_else',
  'secret',
  'ticket_instruction',
  'wrong_number',
  'unknown_name',
] as const

export type PlantedKind = (typeof planted_kinds)[number]

/** `lie` is the part of a planted text that no evidence of its case holds; kinds that lie otherwise have none. */
export type DraftSentence = { text: string; cites: string[]; planted?: PlantedKind; lie?: string }

export const section_names = ['problem', 'root_cause', 'resolution'] as const

export type Sections = Record<(typeof section_names)[number], DraftSentence[]>

/** A ticket as its engineer left it: what he wrote, what he confirmed as F1, F2 …, the fix, and sentences to judge. */
export type NoteCase = {
  problem: string
  title: string
  facts: string[]
  fix: {
    title: string
    description: string
    confidence: number
    facts: number[]
    script: { language: 'powershell' | 'bash' | 'cmd' | 'python'; body: string } | null
    outcome: 'worked' | 'partial' | 'failed' | 'awaiting'
    note?: string
  }
  /** True, and in the words of what they name, as the prompt asks of the model. */
  true_sentences: Sections
  /** True as well, but in words of their own, as a model writes that does not follow the prompt. */
  reworded: Sections
  planted: Sections
}
