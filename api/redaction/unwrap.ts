import { type MappedText, replaceMapped } from './mapped-text.ts'

/** Where mail clients, editors and encoders break a line that is too long for them, within a word. */
const usual_widths = new Set([60, 64, 70, 72, 74, 76, 78, 80, 100, 120, 132])
/** A shorter line was ended by who wrote it. */
const shortest_wrapped = 40

type Break = { glued: boolean; spaced: boolean }

/**
 * The text with its lines joined where something broke them: in the middle of a token, or between the words of a sentence
 * that speaks of a secret. Where both may be, it is read both ways. Nothing where no line seems broken.
 */
export function unwrap(source: MappedText): MappedText[] {
  const { text } = source
  const is_encoded = quoted_printable.test(text)
  if (!text.includes('\n') && !is_encoded) return []
  const breaks = breaksOf(text, is_encoded)
  const joinAs = (first: keyof Break, other: keyof Break | null) => {
    let at = 0
    return replaceMapped(source, line_break, ([found]) => {
      const here = breaks[at++]
      const way = here?.[first] ? first : other && here?.[other] ? other : null
      if (way === null) return found
      const mark = found.startsWith('=') && !is_encoded ? '=' : ''
      return way === 'glued' ? mark : `${mark} `
    })
  }
  const glued = joinAs('glued', 'spaced')
  const ambiguous = breaks.some((each) => each.glued && each.spaced)
  const joined = ambiguous ? [glued, joinAs('spaced', null)] : [glued]
  const decoded = is_encoded ? joined.map(decodeQuotedPrintable) : joined
  return decoded.filter((each) => each !== source)
}

/** With the mark that says that a line goes on: of quoted-printable, shells, PowerShell and cmd. */
const line_break = /(?:=|(?<= )[\\\x60^])?[ \t]{0,40}\r?\n/g
const quoted_printable = /^.{66,76}=\r?\n|=20\r?\n|=3D[ "'\w]|=(?:C3|E2)=/m
const decodeQuotedPrintable = (source: MappedText) =>
  replaceMapped(source, /(?:=[89A-F][\dA-F]){1,8}|=[2-7][\dA-F]/g, ([found]) => {
    try {
      return decodeURIComponent(found.replaceAll('=', '%'))
    } catch {
      return undefined
    }
  })

const speaks_of_secret =
  /pass|pwd|kennw|contrase|wachtwoord|senha|secret|key|token|schlüssel|zugangs|cl[eé]|clave|chiave|sleutel|chave|credential|login|pin\b|code|geheim/i
const link = /(?<![\p{L}])(?:is|was|to|as|be|ist|lautet|auf|est|es|è|é|sera|op|a|à|in|from|von|zu|=|->|→)$/iu

const goes_on = /^(?:from|to|is|was|auf|von|ist|lautet|es|est|è|de|a|à|naar|van) /

function breaksOf(text: string, is_encoded: boolean): Break[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''))
  return lines.slice(0, -1).map((line, at) => {
    const next = lines[at + 1] ?? ''
    if (line.trim() === '' || next.trim() === '') return { glued: false, spaced: false }
    if (is_encoded && line.endsWith('=') && line.length > 1) return { glued: true, spaced: false }
    if (/ [\\\x60^]$/.test(line)) return { glued: false, spaced: true }
    if (usual_widths.has(line.length) && (line.endsWith(' ') || next.startsWith(' ')))
      return { glued: false, spaced: true }
    return { glued: isCutInWord(line, next, lines[at - 1]), spaced: isWrapped(line, next, lines[at - 1]) }
  })
}

function isCutInWord(line: string, next: string, before = ''): boolean {
  if (/\s$/.test(line) || /^\s/.test(next) || (isInColumns(line) && isInColumns(next))) return false
  if (/[*•]$/.test(line)) return false
  if (usual_widths.has(line.length)) return true
  const is_even = line.length === before.length || line.length === next.length
  if (is_even && line.length >= shortest_wrapped && /[\w+/=-]$/.test(line) && /^[\w+/=-]/.test(next)) return true
  const tail = line.slice(line.lastIndexOf(' ') + 1)
  const head = /^\S{1,200}/.exec(next)?.[0] ?? ''
  return (
    tail.length >= 20 &&
    isTokenPiece(tail) &&
    isTokenPiece(head) &&
    (/\d/.test(head) || head.length >= 16 || head === next)
  )
}

/** A row of a table ends where it ends. */
const isInColumns = (line: string) => /\S(?: {2,}|\t|[|,;]\S{0,200}[|,;])\S/.test(line)

/** Letters as tokens have them, and not all of one kind. */
const isTokenPiece = (run: string) =>
  /^[\w+/=.~%:$"'-]{1,4000}$/.test(run) && (/\d/.test(run) || /[a-z][A-Z]/.test(run) || run.length < 4)

function isWrapped(line: string, next: string, before = ''): boolean {
  const end = line.slice(-160)
  const goes = link.test(end.trimEnd()) || goes_on.test(next)
  const speaks = speaks_of_secret.test(end) || (goes && speaks_of_secret.test(before.slice(-160)))
  if (!speaks || /[.!?;:]\s*$/.test(end) || /^[\w .-]{1,40}[:=]\s/.test(next)) return false
  return / $/.test(line) || line.length >= shortest_wrapped || goes
}
