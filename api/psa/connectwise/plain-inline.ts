/** A line of Markdown without the marks for code, emphasis, links and escapes. What stands in code is not touched. */
export function plainInline(line: string): string {
  const code = /(`+)(?!`)(.+?)(?<!`)\1(?!`)/g
  let plain = ''
  let end = 0
  for (const { 0: whole, 2: inside = '', index } of line.matchAll(code)) {
    plain += plainProse(line.slice(end, index)) + (inside.trim() === '' ? inside : inside.replace(/^ (.*) $/, '$1'))
    end = index + whole.length
  }
  return plain + plainProse(line.slice(end))
}

const link = /!?\[([^\][]*)\]\(((?:[a-z][a-z0-9+.-]*:|[/#])[^\s()]*)\)/gi
const bare_link = /<((?:https?|mailto):[^\s<>]+)>/gi
// Only around whole words: `*.pst`, `a*b` and `__init__` mean what they say.
const strong = /\*\*(?=[^\s*])([^*]+)(?<=\S)\*\*/g
const starred = /(?<![\p{L}\p{N}*\\])\*(?=[\p{L}\p{N}"“(])([^*]*[\p{L}\p{N}"”).!?])\*(?![\p{L}\p{N}*])/gu
const underscored = /(?<![\p{L}\p{N}_\\])_(?=[\p{L}\p{N}"“(])([^_]*[\p{L}\p{N}"”).!?])_(?![\p{L}\p{N}_])/gu

function plainProse(text: string): string {
  return text
    .replace(link, (_, words: string, url: string) => linkText(words, url))
    .replace(bare_link, '$1')
    .replace(starred, '$1')
    .replace(strong, '$1')
    .replace(starred, '$1')
    .replace(underscored, '$1')
    .replace(/\S+/g, withoutEscapes)
}

const linkText = (words: string, url: string) => (words === '' || words === url ? url : `${words} (${url})`)

// `\*` is a star that was escaped; `C:\_temp` and `\\fs01\_scans` are places, and lose nothing.
function withoutEscapes(word: string): string {
  if (!word.includes('\\')) return word
  const is_path = /\\[\p{L}\p{N}]|\\\\|:\\/u.test(word)
  return is_path ? word : word.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
