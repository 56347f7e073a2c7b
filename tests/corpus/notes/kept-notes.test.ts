import { expect, test } from 'vitest'
import { groundsOf } from '../../../api/artifacts/evidence-sources.ts'
import type { Evidence } from '../../../api/evidence/evidence.ts'
import { createJudge } from '../../../api/grounding/judge.ts'
import { all_cases } from './all-cases.ts'
import type { DraftSentence, NoteCase } from './note-case.ts'

// Every sentence of the corpus once; `npm run corpus` takes two hundred drafts of them through the whole product.

const evidenceOf = ({ title, problem, facts, fix }: NoteCase): Evidence => ({
  title,
  problem,
  facts: facts.map((text, at) => ({ name: `F${at + 1}`, text })),
  fix: {
    title: fix.title,
    description: fix.outcome === 'failed' ? null : fix.description,
    status: fix.outcome,
    outcome_note: fix.note ?? null,
    script: fix.script,
    confidence: null,
    facts: fix.facts.map((ordinal) => `F${ordinal}`),
  },
  other_fixes: [],
  questions: [],
  checks: [],
  generations: [],
})

const judged = (which: 'true_sentences' | 'planted') =>
  all_cases.flatMap((each) => {
    const judge = createJudge(groundsOf(evidenceOf(each)))
    return Object.entries(each[which]).flatMap(([section, list]: [string, DraftSentence[]]) =>
      list.map((sentence) => ({ sentence, kept: judge(section, sentence).kept !== undefined })),
    )
  })

test('of sentences in the words of what they name at most two in a hundred are dropped', () => {
  const true_ones = judged('true_sentences')
  expect(true_ones.length).toBeGreaterThan(200)
  expect(true_ones.filter(({ kept }) => !kept).length / true_ones.length).toBeLessThanOrEqual(0.02)
})

test('of planted lies at least ninety-five in a hundred are dropped', () => {
  const planted = judged('planted')
  expect(planted.length).toBeGreaterThan(300)
  expect(planted.filter(({ kept }) => !kept).length / planted.length).toBeGreaterThanOrEqual(0.95)
})
