import { isPlain, isStrong } from './plain-values.ts'
import type { SecretRange } from './secret-pattern.ts'
import type { Line } from './text-lines.ts'
import { tellsNoValue } from './told-values.ts'

const cipher = /^(?:CCMP|GCMP(?:-\d{3})?|TKIP|WEP(?:-?\d+)?|AES(?:-?\w+)?|WPA\d?\S*|Open)$/i
/** The word for a key in the languages that Windows speaks. */
const key_word =
  /key|schlüssel|cl[ée]|clave|chiave|chave|sleutel|nyckel|nøgle|nøkkel|avai|klucz|klíč|kľúč|kulcs|ключ|anahtar|chei|ključ|κλειδ|密钥|密鑰|金鑰|关键|キー|主要|키|مفتاح|מפתח|rakt|atslēg|võt|khóa|kunci|คีย์/iu
const content_word =
  /content|inhalt|contenu|contenido|contenuto|conteúdo|inhoud|innehåll|indhold|innhold|sisältö|zawartość|obsah|tartal|содерж|içeri|conținut|sadržaj|vsebin|περιεχ|内容|內容|コンテンツ|콘텐츠|내용|محتو|תוכן|turin|satur|sisu|nội dung|konten|isi|เนื้อหา/iu

/**
 * The key that `netsh wlan show profile … key=clear` prints, in whatever language: the line after the one that says that
 * there is a key, in a block of names and values whose earlier lines name ciphers; or, of a part of it, by the words.
 */
export function findWlanKeys(lines: readonly Line[]): SecretRange[] {
  const rows = lines.map(({ text, start }) => rowOf(text, start))
  return rows.flatMap((row, at) => {
    if (row === null || isPlain(row.value) || tellsNoValue(row.value)) return []
    const is_key = isContent(row.name) || followsCipher(rows, at) || followsKey(rows[at - 1] ?? null, row)
    return is_key ? [{ start: row.start, end: row.start + row.value.length, kind: 'Wi-Fi key', rank: 0 }] : []
  })
}

type Row = { name: string; value: string; start: number }

function rowOf(text: string, start: number): Row | null {
  if (text.length > 700 || !/[:：]/.test(text)) return null
  const [, before = '', name = '', gap = '', value = ''] =
    /^(\s{0,40})([^:：]{2,60}?)([ \t\u00a0]{0,40}[:：][ \t\u00a0]{0,8})(\S.{0,500})$/u.exec(text) ?? []
  if (name === '') return null
  return { name: name.trim(), value: value.trimEnd(), start: start + before.length + name.length + gap.length }
}

const isContent = (name: string) => name.length < 40 && key_word.test(name) && content_word.test(name)

/** The second line after the last cipher; the first says whether there is a key, in one word. */
function followsCipher(rows: (Row | null)[], at: number): boolean {
  const [last, present, next] = [rows[at - 2], rows[at - 1], rows[at + 1]]
  if (!last || !present || next) return false
  return cipher.test(last.value) && /^\p{L}[\p{L} ]{0,20}$/u.test(present.value) && !/802/.test(present.name)
}

/** Two lines of which both speak of a key, the first saying in one word that there is one. */
function followsKey(before: Row | null, { name, value }: Row): boolean {
  if (before === null || !/^\p{L}{2,16}$/u.test(before.value)) return false
  const word = key_word.exec(name)?.[0].toLowerCase()
  return (
    word !== undefined &&
    before.name.toLowerCase().includes(word) &&
    word.length > 2 &&
    isStrong(value) &&
    before.name !== name
  )
}
