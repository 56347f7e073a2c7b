import { describe, expect, test } from 'vitest'
import { all_cases as cases } from './all-cases.ts'
import { draftsOf } from './drafts.ts'
import { type DraftSentence, type NoteCase, planted_kinds, type Sections, section_names } from './note-case.ts'

const all = (sections: Sections): DraftSentence[] => section_names.flatMap((section) => sections[section])
const wordings = ['true_sentences', 'reworded'] as const
const allTrue = (note_case: NoteCase) => wordings.flatMap((wording) => all(note_case[wording]))
const known = ({ facts }: NoteCase) => ['FIX', ...facts.map((_, index) => `F${index + 1}`)]

/** Sentences of every case for which something is amiss, each with the title of its case. */
const breaches = (of: (note_case: NoteCase) => DraftSentence[]) =>
  cases.flatMap((note_case) => of(note_case).map(({ text }) => `${note_case.title}: ${text}`))

describe('a case', () => {
  test('has four to eight facts of 400 characters at most, and a fix that rests on some of them', () => {
    for (const { facts, fix, title } of cases) {
      expect(facts.length, title).toBeGreaterThanOrEqual(4)
      expect(facts.length, title).toBeLessThanOrEqual(8)
      expect(Math.max(...facts.map((fact) => fact.length)), title).toBeLessThanOrEqual(400)
      expect(fix.facts.filter((ordinal) => facts[ordinal - 1] === undefined)).toEqual([])
    }
  })

  test('has four true sentences at least in each section and wording, and every kind of lie twice among twenty', () => {
    for (const { planted, title, ...note_case } of cases) {
      for (const section of section_names)
        for (const wording of wordings) expect(note_case[wording][section].length, title).toBeGreaterThanOrEqual(4)
      const kinds = all(planted).map((sentence) => sentence.planted)
      expect(kinds.length, title).toBeGreaterThanOrEqual(20)
      const rare = planted_kinds.filter((kind) => kinds.filter((each) => each === kind).length < 2)
      expect(rare, title).toEqual([])
    }
  })

  test('cites in its true sentences only facts that exist and the fix', () => {
    const astray = breaches((note_case) =>
      allTrue(note_case).filter(
        ({ cites, planted }) =>
          planted !== undefined || cites.length === 0 || cites.some((name) => !known(note_case).includes(name)),
      ),
    )
    expect(astray).toEqual([])
  })

  test('rests what it says of the problem on facts, at the length that the prompt allows', () => {
    const astray = breaches(({ true_sentences }) => [
      ...true_sentences.problem.filter(({ cites }) => cites.includes('FIX')),
      ...all(true_sentences).filter(({ text }) => text.length > 300),
    ])
    expect(astray).toEqual([])
  })

  test('cites what does not exist in lies about names, and only there', () => {
    const astray = breaches((note_case) =>
      all(note_case.planted).filter(({ cites, planted }) => {
        const exists = cites.length > 0 && cites.every((name) => known(note_case).includes(name))
        return exists === (planted === 'unknown_name')
      }),
    )
    expect(astray).toEqual([])
  })

  test('says nothing twice, neither as truth nor as lie', () => {
    for (const note_case of cases) {
      const texts = [...allTrue(note_case), ...all(note_case.planted)].map(({ text }) => text)
      expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
    }
  })

  test('lies about hosts, codes, people, times and numbers with words that stand nowhere in its evidence', () => {
    const by_token = ['wrong_host', 'wrong_kb', 'invented_user', 'invented_time', 'wrong_number']
    const hollow = breaches((note_case) =>
      all(note_case.planted).filter(({ planted, lie }) => {
        return planted !== undefined && by_token.includes(planted) && !isNew(lie, evidenceOf(note_case))
      }),
    )
    expect(hollow).toEqual([])
  })

  test('leaks in its secrets what was pasted, and in nothing else', () => {
    for (const note_case of cases) {
      const pasted = pastedSecrets(note_case)
      expect(pasted.length, note_case.title).toBeGreaterThan(1)
      for (const sentence of [...allTrue(note_case), ...all(note_case.planted)]) {
        const leaks = pasted.some((word) => sentence.text.includes(word))
        expect(leaks, sentence.text).toBe(sentence.planted === 'secret')
      }
    }
  })
})

describe('drafts', () => {
  const drafts = draftsOf(cases, 200, 7)

  test('are as many as asked for, with every case among them', () => {
    expect(drafts).toHaveLength(200)
    expect(new Set(drafts.map((draft) => draft.case))).toEqual(new Set(cases))
    expect(draftsOf(cases, 3, 7)).toHaveLength(3)
  })

  test.each(wordings)(
    'hold three to six true sentences and two to five planted ones, each in its section and once: %s',
    (wording) => {
      for (const { case: note_case, sentences } of draftsOf(cases, 200, 7, wording)) {
        for (const section of section_names) {
          const written = [...note_case[wording][section], ...note_case.planted[section]]
          expect(written).toEqual(expect.arrayContaining(sentences[section]))
        }
        const texts = all(sentences).map(({ text }) => text)
        expect(new Set(texts).size).toBe(texts.length)
        const lies = all(sentences).filter(({ planted }) => planted).length
        expect([2, 3, 4, 5]).toContain(lies)
        expect([3, 4, 5, 6]).toContain(texts.length - lies)
      }
    },
  )

  test('hold every kind of lie forty times at least', () => {
    const lies = drafts.flatMap(({ sentences }) => all(sentences).map(({ planted }) => planted))
    expect(planted_kinds.filter((kind) => lies.filter((each) => each === kind).length < 40)).toEqual([])
  })

  test('are the same for the same seed, and others for another', () => {
    expect(draftsOf(cases, 200, 7)).toEqual(drafts)
    expect(draftsOf(cases, 200, 8)).not.toEqual(drafts)
  })
})

const evidenceOf = ({ problem, title, facts, fix }: NoteCase): string =>
  [problem, title, ...facts, fix.title, fix.description, fix.script?.body, fix.note].join('\n')

/** Whether a lie holds a word that stands nowhere in the text. */
const isNew = (lie: string | undefined, text: string) => !!lie?.split(' ').some((word) => !occurs(word, text))

/** The secrets of a paste: all of them say of themselves that they are no real ones. */
const pastedSecrets = ({ problem }: NoteCase): string[] =>
  problem.split(/[\s"»«,=]+|\.(?=\s|«|"|$)/).filter((word) => /fake|not.?real|falsch|unecht/i.test(word))

/** Whether the word stands in the text by itself, in whatever case: not within a longer word. */
function occurs(word: string, text: string): boolean {
  const literal = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'iu').test(text)
}
