import type { Artifact } from '../artifacts/artifact.ts'
import { citesOf, factLines, outcomeOf, problemLines, sayTried, wasRun } from '../artifacts/fix-lines.ts'
import type { Line } from '../artifacts/schemas.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { resolutionNotePrompt } from './resolution-note-prompt.ts'

/** What a customer reads of a ticket that was resolved. */
export const resolutionNote: Artifact = {
  kind: 'resolution_note',
  closes: 'resolved',
  title: 'Resolution note',
  kindsOfNote: (discussion) => (discussion ? ['resolution', 'discussion'] : ['resolution']),
  prompt: resolutionNotePrompt,
  sections: [
    { heading: 'Problem', form: 'prose', drafted: 'problem', fromState: problemLines },
    { heading: 'What we confirmed', form: 'list', fromState: factLines },
    { heading: 'Root cause', form: 'prose', drafted: 'root_cause', fromState: rootCause },
    {
      heading: 'Resolution',
      form: 'prose',
      drafted: 'resolution',
      fromState: resolution,
      afterDraft: (sentences, evidence) =>
        sentences.some(({ cites }) => cites.includes('FIX')) ? outcome(evidence) : [],
    },
  ],
}

/** A fix that worked was right about the cause. */
function rootCause(evidence: Evidence): Line[] {
  const { fix } = evidence
  return fix?.status === 'worked' && fix.description ? [{ text: fix.description, cites: citesOf(evidence, fix) }] : []
}

function resolution({ fix, other_fixes }: Evidence): Line[] {
  const others = other_fixes.filter(({ status }) => status !== 'failed')
  return [...(fix && wasRun(fix) ? [fix] : []), ...others].map((each) => ({ text: sayTried(each), cites: ['FIX'] }))
}

/** The model may say what the fix does; how it went, only the engineer can. */
function outcome({ fix }: Evidence): Line[] {
  return fix ? [{ text: outcomeOf(fix) ?? 'This fix was suggested; it was not run.', cites: ['FIX'] }] : []
}
