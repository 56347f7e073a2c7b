import { describe, expect, it } from 'vitest'
import { knownProblems } from '../../../api/practice-model/known-problems.ts'
import { anythingElse } from '../../../api/practice-model/problems/anything-else.ts'
import { readCommands } from './powershell.ts'
import { reviewedCommands } from './reviewed-commands.ts'

const everyProblem = [...knownProblems, anythingElse]
const fixes = knownProblems.flatMap(({ causes }) => causes.map(({ fix }) => fix))
const checks = everyProblem.flatMap((problem) => Object.values(problem.checks))
const scripts = [
  ...fixes.map(({ title, script }): [string, string] => [title, script.body]),
  ...checks.map(({ label, command = '' }): [string, string] => [label, command]),
]

describe('each problem', () => {
  it.each(knownProblems.map((problem) => [problem.name, problem] as const))(
    '%s has a walk that can be taken',
    (_, problem) => {
      const { questions, checks, opening, causes } = problem
      expect(Object.keys(questions).filter((key) => key in checks)).toEqual([])
      expect(opening.questions.length).toBeGreaterThanOrEqual(2)
      expect(opening.checks.length).toBeGreaterThanOrEqual(1)
      expect(causes.length).toBeGreaterThanOrEqual(3)
      const asked = new Set([...opening.questions, ...opening.checks, ...causes.flatMap(({ asks }) => asks)])
      expect(Object.keys({ ...questions, ...checks }).filter((key) => !asked.has(key))).toEqual([])
    },
  )

  it.each(knownProblems.flatMap(({ name, causes }) => causes.map((cause) => [name, cause.name, cause] as const)))(
    '%s: %s can be established by what its walk asks',
    (_, __, { signs }) => {
      const positive = signs.filter(({ weight, at }) => weight > 0 && at.some((where) => where !== 'words'))
      expect(positive.some(({ weight }) => weight >= 3)).toBe(true)
      expect(positive.reduce((sum, { weight }) => sum + weight, 0)).toBeGreaterThanOrEqual(4)
    },
  )

  it('takes nothing for a sign that stands in any text', () => {
    const signs = knownProblems.flatMap(({ causes }) => causes.flatMap((cause) => cause.signs))
    const inWords = signs.filter(({ at }) => at.includes('words'))
    expect(
      inWords.filter(({ like }) => like.test('') || like.test('Nobody can work, the error started on Monday')),
    ).toEqual([])
  })
})

describe('what an engineer is given to run', () => {
  it.each(scripts)('“%s” has balanced quotes and brackets, and no character that PowerShell misreads', (_, body) => {
    expect(() => readCommands(body)).not.toThrow()
    expect(body).not.toMatch(/[\u2018-\u201f\u2013-\u2015\u00a0]/)
    expect(body).not.toMatch(/\$(?!env:)\w+:(?!:)/)
  })

  it('uses only commands whose existence and parameters were reviewed', () => {
    const used = scripts.flatMap(([, body]) => readCommands(body))
    expect([...new Set(used)].filter((command) => !reviewedCommands.has(command)).sort()).toEqual([])
  })

  it('asks before it changes anything: every script that changes supports -WhatIf', () => {
    const changing = /\b(?:Set|Remove|Add|New|Move|Rename|Restart|Stop|Update|Unlock|Revoke|Clear)-[A-Z]\w+/
    const harmless = /New-Item -ItemType Directory/g
    const careless = fixes.filter(({ script: { body } }) => {
      return changing.test(body.replace(harmless, '')) && !body.includes('SupportsShouldProcess')
    })
    expect(careless.map(({ title }) => title)).toEqual([])
  })

  it('fits the limits of the lane', () => {
    expect(
      checks.filter(
        ({ label, command = '', description = '' }) =>
          label.length > 200 || command.length > 4000 || description.length > 1000,
      ),
    ).toEqual([])
    const options = everyProblem.flatMap(({ questions }) =>
      Object.values(questions).map(({ options = {} }) => Object.keys(options)),
    )
    expect(options.flat().filter((option) => option.length > 80)).toEqual([])
    expect(fixes.filter(({ title, description }) => title.length > 160 || description.length > 2000)).toEqual([])
  })
})
