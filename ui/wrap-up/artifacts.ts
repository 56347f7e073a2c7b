import type { IconName } from '../kit/Icon.tsx'
import type { Outcome } from '../suggested-fix/fix-calls.ts'

export type ArtifactKind = 'resolution_note' | 'escalation_package'

type ArtifactWords = {
  title: string
  icon: IconName
  /** As a sentence names it. */
  name: string
  /** And where it has been named. */
  short: string
  /** What the session is once it is posted, and the act that makes it so. */
  closes: 'resolved' | 'escalated'
  act: 'Resolve' | 'Escalate'
  copy: string
  headings: string[]
  /** How a fix without a verdict most likely went, when this is made. */
  likely: Outcome
}

/** The two things that can leave a session. */
export const artifacts: Record<ArtifactKind, ArtifactWords> = {
  resolution_note: {
    title: 'Resolution note',
    icon: 'check',
    name: 'the resolution note',
    short: 'note',
    closes: 'resolved',
    act: 'Resolve',
    copy: 'Copy note',
    headings: ['Problem', 'What we confirmed', 'Root cause', 'Resolution'],
    likely: 'worked',
  },
  escalation_package: {
    title: 'Escalation package',
    icon: 'flag',
    name: 'the escalation package',
    short: 'package',
    closes: 'escalated',
    act: 'Escalate',
    copy: 'Copy package',
    headings: ['Problem', "What we've confirmed", "What we've tried", 'Current hypothesis', 'Suggested next steps'],
    likely: 'failed',
  },
}

const prose = ['Problem', 'Root cause', 'Resolution', 'Current hypothesis']

/** Whether a section is a paragraph of sentences; else it is a list. */
export const isProse = (heading: string) => prose.includes(heading)
