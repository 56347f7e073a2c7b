/** A line that begins the head of a mail, in the languages that mail programs write it in. */
const header =
  /^[\s*_|]*(?:from|to|cc|bcc|sent|date|subject|reply-to|importance|attachments|von|an|gesendet|datum|betreff|kopie|wichtigkeit|de|à|para|objet|asunto|enviado(?: el)?|envoyé|da|oggetto|inviato|van|aan|verzonden|onderwerp)[*_]*\s?:[*_]*\s/iu
/** Behind such a line all is somebody else's. */
const forwarded =
  /^[\s>*_-]*(?:original message|ursprüngliche nachricht|forwarded message|weitergeleitete nachricht|begin forwarded message|message d'origine|mensaje original)\b|^\s*(?:on|am|le|el) [^\n]{4,160}(?:wrote|schrieb|a écrit|escribió)[^\n]{0,80}:\s*$/iu
const fence = /^\s*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})/u
const opening = /\[(QUESTIONS|ACTIONS|PROMOTE|SUGGEST_FIX|FIX_OUTCOME)\]/iu

/** So many words in a row, as they stand in the ticket too, are the ticket's. */
const run = 5

/**
 * What of a text its writer said himself: without quoted lines, fenced blocks, the head of a pasted mail and what follows
 * it, blocks of markers, and what stands in the ticket, however it is wrapped. In place of each stands an empty line.
 */
export function ownWordsOf(text: string, ticket: string): string {
  const lines: string[] = []
  let closing: RegExp | undefined
  const all = text.split(/\r?\n/u)
  for (const [at, line] of all.entries()) {
    if (closing) {
      if (closing.test(line)) closing = undefined
      lines.push('')
      continue
    }
    const [, ticks] = fence.exec(line) ?? []
    const [, name] = opening.exec(line) ?? []
    if (forwarded.test(line) || (header.test(line) && header.test(all[at + 1] ?? ''))) break
    if (ticks) closing = new RegExp(`^\\s*${ticks[0]}{${ticks.length},}\\s*$`, 'u')
    else if (name && !new RegExp(`\\[/${name}\\]`, 'iu').test(line)) closing = new RegExp(`\\[/${name}\\]`, 'iu')
    lines.push(
      ticks || name || /^\s*(?:[>|]|&gt;)/u.test(line) || header.test(line) || /\[\/[A-Z_]+\]/u.test(line) ? '' : line,
    )
  }
  return withoutTicket(lines.join('\n'), ticket)
}

type Word = { word: string; from: number; to: number }

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    from: index,
    to: index + word.length,
  }))

function withoutTicket(text: string, ticket: string): string {
  const known = wordsOf(ticket).map(({ word }) => word)
  if (known.length === 0) return text
  const words = wordsOf(text)
  const theirs = new Set<number>()
  const runs = new Set(known.map((_, at) => known.slice(at, at + run).join(' ')))
  for (const at of words.keys()) {
    if (
      at + run <= words.length &&
      runs.has(
        words
          .slice(at, at + run)
          .map(({ word }) => word)
          .join(' '),
      )
    )
      for (let each = at; each < at + run; each += 1) theirs.add(each)
  }
  // What is shorter than a run, and all of a line or a sentence.
  const whole = ` ${known.join(' ')} `
  let at = 0
  for (const { 0: part, index } of text.matchAll(/[^\n.!?]+/gu)) {
    const first = at
    while ((words[at]?.to ?? Number.POSITIVE_INFINITY) <= index + part.length) at += 1
    const length = at - first
    if (length < 2 || length >= run) continue
    const said = words.slice(first, at).map(({ word }) => word)
    if (whole.includes(` ${said.join(' ')} `)) for (let each = first; each < at; each += 1) theirs.add(each)
  }
  return cutOut(text, words, theirs)
}

function cutOut(text: string, words: Word[], theirs: Set<number>): string {
  let kept = ''
  let end = 0
  for (const [at, { from, to }] of words.entries()) {
    if (!theirs.has(at)) continue
    kept += theirs.has(at - 1) ? '' : `${text.slice(end, from)}\n\n`
    end = to
  }
  return kept + text.slice(end)
}
