import { type DraftSentence, type NoteCase, type Sections, section_names } from './note-case.ts'

export type Draft = { case: NoteCase; sentences: Sections }

type Placed = DraftSentence & { section: keyof Sections }

/**
 * Exactly `how_many` drafts, the cases taking turns: each 3 to 6 true sentences and 2 to 5 planted ones of its case, in
 * the sections they were written for, in an order of chance. The true ones are in the words of what they name, or
 * `reworded`. The same cases, number, seed and wording make the same drafts.
 */
export function draftsOf(
  cases: NoteCase[],
  how_many: number,
  seed: number,
  wording: 'true_sentences' | 'reworded' = 'true_sentences',
): Draft[] {
  const chance = chanceOf(seed)
  return cycled(cases, how_many).map((note_case) => {
    const true_ones = shuffled(placed(note_case[wording]), chance).slice(0, between(3, 6, chance))
    const planted_ones = shuffled(placed(note_case.planted), chance).slice(0, between(2, 5, chance))
    return { case: note_case, sentences: inSections(shuffled([...true_ones, ...planted_ones], chance)) }
  })
}

function cycled(cases: NoteCase[], how_many: number): NoteCase[] {
  if (cases.length === 0) throw new Error('drafts need at least one case')
  return Array.from({ length: Math.ceil(how_many / cases.length) }, () => cases)
    .flat()
    .slice(0, how_many)
}

const placed = (sections: Sections): Placed[] =>
  section_names.flatMap((section) => sections[section].map((sentence) => ({ ...sentence, section })))

function inSections(sentences: Placed[]): Sections {
  const of = (wanted: keyof Sections) =>
    sentences.filter(({ section }) => section === wanted).map(({ section: _, ...sentence }) => sentence)
  return { problem: of('problem'), root_cause: of('root_cause'), resolution: of('resolution') }
}

/** A number from 0 to below 1 at each call: mulberry32, whose state is 32 bits and which needs no package. */
function chanceOf(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const between = (lowest: number, highest: number, chance: () => number) =>
  lowest + Math.floor(chance() * (highest - lowest + 1))

/** Draws one after the other from what is left, so each order is as likely as any other. */
function shuffled<T>(items: T[], chance: () => number): T[] {
  const left = [...items]
  return items.flatMap(() => left.splice(Math.floor(chance() * left.length), 1))
}
