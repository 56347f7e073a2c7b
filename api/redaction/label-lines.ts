import { isPlain, isStrong, isUnmistakable } from './plain-values.ts'
import { judgeLabel, mayNameSecret } from './secret-labels.ts'
import type { SecretRange } from './secret-pattern.ts'
import type { Line } from './text-lines.ts'
import { tellsNoValue } from './told-values.ts'

const longest_label = 200
const bullet = /^(?:[-*•+]|\d{1,2}[.)])[ \t]+/
const question_mark = /^(?:question|frage|pregunta|domanda|vraag|q|check|prüfung)[ \t]{0,3}[:.][ \t]{0,3}/i
const answer_mark =
  /^(?:answer|antwort|réponse|respuesta|risposta|antwoord|a|result|ergebnis|output)[ \t]{0,3}:[ \t]{0,3}/i

/** What stands alone beneath a line that names a secret, or after the question for one: forms, lists of codes, answers. */
export function findBeneathLabels(lines: readonly Line[]): SecretRange[] {
  const found: SecretRange[] = []
  for (const [at, { text }] of lines.entries()) {
    if (text.length > longest_label || /[,;|\t]|\S {2,}\S/.test(text.trim()) || !mayNameSecret(text)) continue
    const label = text.trim().replace(bullet, '').replace(question_mark, '')
    if (judgeLabel(label.replace(/[ \t]*[:=：][ \t]*$/, '')) !== 'secret') continue
    found.push(...answersTo(lines, at, label, question_mark.test(text.trim())))
  }
  return found
}

function answersTo(lines: readonly Line[], at: number, label: string, is_asked: boolean): SecretRange[] {
  const found: SecretRange[] = []
  let blank = 0
  for (let next = at + 1; next < lines.length && next < at + 40; next++) {
    const line = lines[next]
    if (line === undefined) break
    const text = line.text.trim()
    if (text === '' && ++blank > 1) break
    if (text === '') continue
    const mark = answer_mark.exec(text)?.[0] ?? ''
    const value = text.slice(mark.length).replace(bullet, '')
    if (mark && value === '') continue
    const is_answer = is_asked && found.length === 0 && mark !== ''
    if (is_answer ? tellsNoValue(value) : !isAlone(value, label)) break
    const start = line.start + line.text.lastIndexOf(value)
    found.push({ start, end: start + value.length, kind: 'password', rank: 501 })
  }
  return found
}

/** A label with its colon is a form's; without, it may be a heading, and what is beneath it must look like a secret. */
function isAlone(value: string, label: string): boolean {
  if (/\s/.test(value) || isPlain(value)) return false
  if (/[:：?=]$/.test(label)) return isStrong(value)
  return (
    isUnmistakable(value) ||
    (value.length >= 8 &&
      /\d/.test(value) &&
      /[a-z]/i.test(value) &&
      isStrong(value) &&
      !/^[a-z]{2,6}-[a-z0-9-]{2,12}$/i.test(value))
  )
}
