/** Long output is cut to this many characters before a model reads it: enough for an event, not for a whole log. */
const longest = 6000

/**
 * A long text without its middle, and with a line in its place that says how much is missing: errors stand at the start
 * or at the end of what a command prints.
 */
export function cutForModel(text: string, most = longest): string {
  if (text.length <= most) return text
  const head = text.slice(0, Math.ceil(most * 0.6)).toWellFormed()
  const tail = text.slice(text.length - Math.floor(most * 0.4)).toWellFormed()
  const missing = text.length - head.length - tail.length
  return `${head}\n[… ${missing} characters left out here …]\n${tail}`
}
