import type { KeptDraft } from '../../db/schema/artifact-previews.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { onOneLine, splitLines } from '../text/line-breaks.ts'
import { type Artifact, type ArtifactSection, scriptFollows } from './artifact.ts'
import type { Line, Section } from './schemas.ts'

const notEstablished: Line = { text: 'Not established.', cites: [] }

/** All sections: what was kept of a draft, and the state where there is none. */
export function compose({ sections }: Artifact, evidence: Evidence, draft: KeptDraft | null): Section[] {
  return sections.map((section) => {
    const lines = linesOf(section, evidence, draft)
    return { heading: section.heading, lines: lines.length > 0 ? lines : [notEstablished] }
  })
}

function linesOf({ drafted, fromState, afterDraft }: ArtifactSection, evidence: Evidence, draft: KeptDraft | null) {
  const sentences = (drafted && draft?.sections[drafted]) || []
  if (sentences.length === 0) return fromState(evidence)
  return [...sentences, ...(afterDraft?.(sentences, evidence) ?? [])]
}

/** The whole as Markdown, without the names of facts: who reads the ticket does not know them. */
export function toMarkdown({ sections: forms }: Artifact, sections: Section[]): string {
  const parts = sections.map(
    ({ heading, lines }, at) => `## ${heading}\n\n${sayLines(lines, forms[at]?.form ?? 'prose')}`,
  )
  return `${parts.join('\n\n')}\n`
}

function sayLines(lines: Line[], form: ArtifactSection['form']): string {
  const said = lines.map(({ text }) => text)
  if (form === 'prose') return said.map(oneLine).join(' ')
  return said.map((text) => (form === 'scripts' ? sayWithScript(text) : `- ${oneLine(text)}`)).join('\n')
}

/** What begins a line in the note's text is the note's own: a line break in a fact, or its first sign, makes no heading. */
const oneLine = (text: string) => onOneLine(text.trim()).replace(heading_mark, '').replace(block_mark, '\\$&')

const heading_mark = /^(?:#{1,6}(?:\s+|$))+/
/** A quote, an item of a list, or a fence, which would take all that follows into it. */
const block_mark = /^(?:>|[-+*](?=\s)|[`~](?=[`~]{2}))/

function sayWithScript(text: string): string {
  const end = text.indexOf(scriptFollows)
  if (end === -1) return `- ${oneLine(text)}`
  const script = text.slice(end + scriptFollows.length)
  // Longer than any fence inside.
  const longest = Math.max(2, ...[...script.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const code = [fence, ...splitLines(script), fence].map((line) => (line === '' ? '' : `  ${line}`))
  return [`- ${oneLine(text.slice(0, end))}`, '', ...code].join('\n')
}
