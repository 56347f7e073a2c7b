import { Marked, type Token } from 'marked'
import { leavingLink } from './link-host.ts'
import { isTooMuch } from './markdown-limit.ts'

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** Where it leads stands behind its words, each read in its own direction: no sign in one turns the other around. */
function linkHtml(href: string, words: string, html: string): string {
  const link = leavingLink(href, words)
  if (!link) return html
  const host = link.shown === null ? '' : ` <small><bdi>(${escaped(link.shown)})</bdi></small>`
  return `<a href="${escaped(link.href)}"><bdi>${html}</bdi>${host}</a>`
}

const marked = new Marked({
  gfm: true,
  // Angle brackets are words here (<username>), never HTML.
  tokenizer: { html: () => undefined, tag: () => undefined },
  renderer: {
    // One level: a reply's headings must not compete with the page's own outline.
    heading({ tokens }) {
      return `<h3>${this.parser.parseInline(tokens)}</h3>\n`
    },
    // An image would call home as soon as it is shown.
    image: ({ href, text }) => linkHtml(href, text || href, escaped(text || href)),
    link({ href, text, tokens }) {
      return linkHtml(href, text, this.parser.parseInline(tokens))
    },
    code: ({ text }) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`,
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    table(token) {
      const row = (cells: typeof token.header, tag: 'th' | 'td') =>
        `<tr>${cells.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`
      const body = token.rows.map((cells) => row(cells, 'td')).join('')
      return `<div tabindex="0"><table><thead>${row(token.header, 'th')}</thead><tbody>${body}</tbody></table></div>`
    },
  },
})

/** A text cut into the Markdown blocks it is made of; joined they are the text again. */
export type MarkdownBlocks = { text: string; blocks: string[] }

/**
 * How many blocks no further text can change: those before a blank line, less the two last. The one before the last may
 * still grow: "1. a", blank line, "1" are two blocks until ". b" makes them one list.
 */
function settledCount(blocks: string[]): number {
  return blocks.slice(0, -2).findLastIndex((block) => BLANK_LINE_AT_END.test(block)) + 1
}
const BLANK_LINE_AT_END = /\n[ \t]*\n[ \t]*$/

/** Cuts `text` into blocks. Where it continues `before`, only the end is read again and the settled blocks stay as they are. */
export function markdownBlocks(text: string, before: MarkdownBlocks = { text: '', blocks: [] }): MarkdownBlocks {
  const lines = text.replace(/\r\n?/g, '\n')
  if (isTooMuch(lines)) return { text: lines, blocks: [lines] }
  const settled = lines.startsWith(before.text) ? before.blocks.slice(0, settledCount(before.blocks)) : []
  const read = settled.reduce((length, block) => length + block.length, 0)
  return { text: lines, blocks: [...settled, ...cut(lines.slice(read))] }
}

// Blank lines belong to the block that they follow.
function cut(text: string): string[] {
  const blocks: string[] = []
  for (const token of marked.lexer(text)) {
    if (token.type === 'space' && blocks.length > 0) blocks[blocks.length - 1] += token.raw
    else blocks.push(token.raw)
  }
  return blocks
}

export type Code = { language: string; code: string }

/** The code of a block that is nothing but a code block, or null. */
export function codeOf(block: string): Code | null {
  if (isTooMuch(block)) return null
  const [first, ...others] = marked.lexer(block).filter((token: Token) => token.type !== 'space')
  if (first?.type !== 'code' || others.length > 0) return null
  return { language: first.lang ?? '', code: first.text }
}

const HALF_WRITTEN_LINE = /(^|\n)[ \t]*([-=*+#>|`~_]+|\d+[.)]?)[ \t]*$/
const HALF_WRITTEN_LINK = /!?\[([^\][\n]*)\]\([^()[\]\s]*$/

/** A prose block whose end is still being written, closed so that no raw Markdown flashes up. */
export function mended(block: string): string {
  if (isTooMuch(block)) return block
  const text = block.replace(HALF_WRITTEN_LINE, '').replace(HALF_WRITTEN_LINK, '$1')
  if (count(text, /`/g) % 2 === 1) return closed(text, '`')
  return count(text.replace(/`[^`]*`/g, ''), /\*\*/g) % 2 === 1 ? closed(text, '**') : text
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

// A mark that nothing follows yet is left out: closed, it would be an empty pair and show itself.
function closed(text: string, mark: string): string {
  const end = text.trimEnd()
  return end.endsWith(mark) ? end.slice(0, -mark.length) : end + mark
}

/** HTML of one block; it must be sanitised before it is shown. */
export function blockHtml(block: string): string {
  if (isTooMuch(block)) return plainHtml(block)
  return marked.parse(block, { async: false })
}

/** What would take too long to format, as it was written. */
const plainHtml = (text: string) =>
  `<p><em>Too long to format, so this is the text as it was written.</em></p><pre tabindex="0">${escaped(text)}</pre>`
