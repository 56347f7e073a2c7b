import type { ChangeObject } from 'diff'

/** A piece of text that both have, that only the engineer's has, or that only the draft has. */
export type Piece = { text: string; of: 'both' | 'mine' | 'draft' }
/** A section in which the two differ; `takeable` where the draft's can simply stand for the engineer's. */
export type SectionDiff = { heading: string; pieces: Piece[]; takeable: boolean }

/** Milliseconds that the comparing of one section may take before it is shown as wholly replaced. */
const PATIENCE = 300

/** Where the engineer's text and the newest draft differ, section by section, to the word. */
export async function compareTexts(mine: string, draft: string): Promise<SectionDiff[]> {
  const { diffWords } = await import('diff')
  const [own, drafted] = [sectionsOf(mine), sectionsOf(draft)]
  const headings = [...new Set([...drafted, ...own].map(({ heading }) => heading))]
  return headings.flatMap((heading) => {
    const [here, there] = [bodyOf(own, heading), bodyOf(drafted, heading)]
    if (here === there) return []
    const changes = diffWords(here ?? '', there ?? '', { timeout: PATIENCE }) ?? replaced(here ?? '', there ?? '')
    return { heading, pieces: changes.map(pieceOf), takeable: here !== undefined && there !== undefined }
  })
}

/** The engineer's text with one section as the draft has it. */
export function withDraftSection(mine: string, draft: string, heading: string): string {
  const body = bodyOf(sectionsOf(draft), heading)
  if (body === undefined) return mine
  const sections = sectionsOf(mine).map((each) => (each.heading === heading ? { heading, body } : each))
  const said = sections.map(({ heading, body }) => (heading === '' ? body : `## ${heading}\n\n${body}`))
  return `${said.join('\n\n')}\n`
}

export type TextSection = { heading: string; body: string }

/** A Markdown text by its `## ` headings; what stands before the first has an empty one. */
export function sectionsOf(markdown: string): TextSection[] {
  const parts = markdown.split(/^## +/m)
  const [before = '', ...titled] = parts
  const sections = titled.map((part) => {
    const end = part.indexOf('\n')
    return end === -1
      ? { heading: part.trim(), body: '' }
      : { heading: part.slice(0, end).trim(), body: part.slice(end).trim() }
  })
  return before.trim() === '' ? sections : [{ heading: '', body: before.trim() }, ...sections]
}

const bodyOf = (sections: TextSection[], heading: string): string | undefined =>
  sections.find((each) => each.heading === heading)?.body

const pieceOf = ({ value, added, removed }: Pick<ChangeObject<string>, 'value' | 'added' | 'removed'>): Piece => ({
  text: value,
  of: added ? 'draft' : removed ? 'mine' : 'both',
})

const replaced = (mine: string, draft: string) => [
  { value: mine, removed: true, added: false },
  { value: draft, removed: false, added: true },
]
