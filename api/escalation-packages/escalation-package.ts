import type { Artifact } from '../artifacts/artifact.ts'
import { citesOf, endSentence, factLines, problemLines, sayScript, triedItem, wasRun } from '../artifacts/fix-lines.ts'
import type { Line } from '../artifacts/schemas.ts'
import type { AskedCheck, AskedQuestion, Evidence } from '../evidence/evidence.ts'
import { onOneLine } from '../text/line-breaks.ts'
import { escalationPackagePrompt } from './escalation-package-prompt.ts'

/** What the next engineer needs, and no customer reads. */
export const escalationPackage: Artifact = {
  kind: 'escalation_package',
  closes: 'escalated',
  title: 'Escalation',
  // No customer reads it, whatever the account wants for its notes.
  kindsOfNote: () => ['internal'],
  prompt: escalationPackagePrompt,
  sections: [
    { heading: 'Problem', form: 'prose', drafted: 'problem', fromState: problemLines },
    { heading: "What we've confirmed", form: 'list', fromState: factLines },
    { heading: "What we've tried", form: 'scripts', fromState: tried },
    { heading: 'Current hypothesis', form: 'prose', drafted: 'current_hypothesis', fromState: hypothesis },
    {
      heading: 'Suggested next steps',
      form: 'scripts',
      drafted: 'suggested_next_steps',
      fromState: nextSteps,
      afterDraft: (_, evidence) => nextSteps(evidence),
    },
  ],
}

/** Every fix that was run, and every check and question that was settled: nobody has to do them twice. */
function tried({ fix, other_fixes, questions, checks, generations }: Evidence): Line[] {
  return [
    ...(fix && wasRun(fix) ? [{ text: triedItem(fix), cites: ['FIX'] }] : []),
    ...other_fixes.map((each) => ({ text: triedItem(each), cites: [] })),
    ...generations.map(({ template, script }) => ({
      text: `${endSentence(`Made from the template “${template}”`)} ${sayScript(script)}`,
      cites: [],
    })),
    ...checks.filter(({ status }) => status !== 'open').map((check) => ({ text: sayCheck(check), cites: [] })),
    ...questions
      .filter(({ status }) => status !== 'open')
      .map((question) => ({ text: sayQuestion(question), cites: [] })),
  ]
}

function hypothesis(evidence: Evidence): Line[] {
  const { fix } = evidence
  if (!fix || fix.description === null) return []
  const unproven = fix.confidence === null ? '' : ` Not proven; confidence ${fix.confidence}%.`
  return [{ text: endSentence(fix.description) + unproven, cites: citesOf(evidence, fix) }]
}

/** What is left to do by the state itself: the fix that nobody has run, and what is still open. */
function nextSteps({ fix, questions, checks }: Evidence): Line[] {
  const unrun =
    fix && !wasRun(fix) ? [{ text: triedItem(fix, `Not run yet: ${endSentence(fix.title)}`), cites: ['FIX'] }] : []
  return [
    ...unrun,
    ...checks.filter(isOpen).map((check) => ({ text: sayCheck(check), cites: [] })),
    ...questions.filter(isOpen).map((question) => ({ text: sayQuestion(question), cites: [] })),
  ]
}

const isOpen = ({ status }: { status: string }) => status === 'open'

const sayCheck = ({ label, command, status, result }: AskedCheck): string =>
  `${command === null ? label : `${label} (${command})`}: ${sayGiven(status, result)}`

const sayQuestion = ({ text, status, answer }: AskedQuestion): string => `${text} ${sayGiven(status, answer)}`

/** What an item gave; one that is not done may have given something before. */
function sayGiven(status: AskedCheck['status'], given: string | null): string {
  const parts = [...(status === 'done' && given !== null ? [] : [states[status]]), ...(given === null ? [] : [given])]
  return onOneLine(parts.join(': '), ' · ')
}

const states = { open: 'still open', done: 'done', skipped: 'skipped' }
