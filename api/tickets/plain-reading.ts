import { splitLines } from '../text/line-breaks.ts'
import { isDenied } from './excerpts.ts'
import type { ParsedTicket } from './schemas.ts'

const longest_line = 200
const longest_title = 120
export const longest_problem = 4000
export const most_items = 20

/** What a text says by its form alone: labelled lines, codes, the first line. What is not there stays empty. */
export function readPlainly(text: string): ParsedTicket {
  const lines = splitLines(text).map((line) => line.trim())
  const story = lines.filter((line) => !isLabel(line) && !isGreeting(line))
  const first = story.find((line) => line !== '') ?? lines.find((line) => line !== '') ?? null
  const problem = cut(story.join('\n').trim() || text.trim(), longest_problem)
  return {
    title: labelled(lines, 'title') ?? (first === null ? null : cut(first, longest_title)),
    problem: problem || null,
    company: labelled(lines, 'company'),
    contact: labelled(lines, 'contact'),
    asset: labelled(lines, 'asset'),
    urgency: labelled(lines, 'urgency') ?? urgentWord(text),
    error_codes: codesIn(text),
    steps_tried: triedIn(story.join('\n')),
  }
}

const labels = {
  title: 'subject|betreff|summary|title|issue',
  company: 'company|client|customer|organi[sz]ation|firma|kunde',
  contact: 'contact|caller|requester|reported by|requested by|user|from|kontakt|anrufer|benutzer|von',
  asset: 'asset|device|computer|pc|laptop|workstation|server|host ?name|host|machine|configuration|gerät|rechner',
  urgency: 'urgency|priority|severity|dringlichkeit|priorität',
}
const other_labels = 'to|cc|bcc|sent|date|received|an|gesendet|datum|ticket|phone|tel|e-?mail'

const labelPattern = (names: string) => new RegExp(`^[*_>#\\-\\s]{0,6}(?:${names})[*_ ]{0,4}:[*_]{0,2}\\s*(.*)$`, 'iu')
const field_patterns = Object.fromEntries(Object.entries(labels).map(([field, names]) => [field, labelPattern(names)]))
const any_label = labelPattern([...Object.values(labels), other_labels].join('|'))
const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:morgen|tag)|moin)\b.{0,40}$/iu

const isLabel = (line: string) => any_label.test(line)
const isGreeting = (line: string) => greeting.test(line)

function labelled(lines: string[], field: keyof typeof labels): string | null {
  for (const line of lines) {
    // An address behind a name is not the name.
    const value = field_patterns[field]
      ?.exec(line)?.[1]
      ?.replace(/\s*<[^<>]*>\s*$/, '')
      .trim()
    if (value && value.length <= longest_line) return value
  }
  return null
}

function urgentWord(text: string): string | null {
  const words = text.matchAll(/\b(?:urgent(?:ly)?|asap|emergency|critical|high priority|P[1-4]|dringend)\b/giu)
  return [...words].find(({ index }) => !isDenied(text, index))?.[0] ?? null
}

const code_patterns = [
  /\b0x[0-9a-f]{2,16}\b/giu,
  /\b(?:error|event|reason|status|stop|exit|fehler)(?:[ -]?(?:code|id|number))?[ :#]{1,3}-?\d{2,10}\b/giu,
  /\bAADSTS\d{4,8}\b/gu,
  /\b(?:ERR|ERROR|STATUS|NS_ERROR|E)_[A-Z0-9_]{2,60}\b/gu,
  /\b[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}\b/gu,
]

function codesIn(text: string): string[] {
  const found = code_patterns.flatMap((pattern) => [...text.matchAll(pattern)])
  return distinct(found.toSorted((one, other) => one.index - other.index).map(([code]) => code.replace(/\s+/g, ' ')))
}

const tried =
  /^(?:[-*•\d.)\s]{0,5})(?:(?:i|we|he|she|they|user|the user|already|also|then|has|have|had)\s+){0,4}(?:tried|rebooted|restarted|reset|reinstalled|uninstalled|replaced|swapped|cleared|power[- ]?cycled|unplugged|updated|rolled back|re-?paired)\b/iu

/** Sentences that tell what somebody did about it. */
function triedIn(text: string): string[] {
  const sentences = text.split(/\n+|(?<=[.!?])\s+/).map((sentence) => sentence.trim())
  const steps = sentences.filter((sentence) => tried.test(sentence) && sentence.length <= 500)
  return distinct(steps.map((step) => step.replace(/^[-*•\d.)\s]+/, '')))
}

/** The first of those that differ in more than case, none of which is a part of another one. */
export function distinct(texts: string[]): string[] {
  const folded = texts.map((text) => text.toLowerCase())
  const isPart = (text: string, at: number) =>
    folded.some((other, place) => place !== at && other.includes(text) && (other !== text || place < at))
  return texts.filter((_, at) => !isPart(folded[at] ?? '', at)).slice(0, most_items)
}

/** A text's beginning, at the end of a word. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, most).toWellFormed()
  return (/^[\s\S]*(?=\s)/.exec(head)?.[0] ?? head).trimEnd()
}
