// The value after a word such as "password", as it is written in configurations, scripts, JSON and sentences. Each
// form takes all of the value and nothing after it: half of a masked password is half of a password told.

/** As long as a secret may be; the longest are tokens with many claims and tickets. */
const most = 8000

const insideEscapedQuotes = String.raw`(?<=\\["'])(?:[^"'\\\r\n]|\\(?!["'])){1,${most}}`
// A quote inside is doubled (PowerShell, SQL) or escaped by a backslash (JSON, Python, shells).
const insideDoubleQuotes = String.raw`(?<=(?<!\\)")(?:[^"\\\r\n]|\\[^\r\n]|""){1,${most}}`
const insideSingleQuotes = String.raw`(?<=(?<!\\)')(?:[^'\\\r\n]|\\[^\r\n]|''){1,${most}}`
const insideBackticks = String.raw`(?<=\x60)[^\x60\r\n]{1,${most}}`
const insideCurlyQuotes = String.raw`(?<=[“„‘«])[^“”’»\r\n]{1,${most}}`

// Without quotes it ends at a space, at a tag, and at a mark that another name and value follow.
const inTheOpen = String.raw`[^\s"'\x60“”„‘’«»<;,&]`
const quoteInside = String.raw`["'\x60’](?![\s,;:.)}\]>]|$)`
const tagless = String.raw`<(?!\/?[a-z][\w .-]{0,40}\/?>)`
const markInside = String.raw`[;,&](?!\s|$|[\w .-]{1,40}[=:])`
// The full stop and the bracket after it are the sentence's.
const last = String.raw`[^\s"'\x60“”„‘’«»<>;,&.:)\]}]`
const open = String.raw`(?!["'\x60’])(?:${inTheOpen}|${quoteInside}|${tagless}|${markInside}){0,${most}}${last}`

/** A value, quoted or not, as the group `secret` at the end of a pattern with the flag i. */
export const value = String.raw`(?:\\{0,4}["']|[\x60“„‘«])?(?<secret>${insideEscapedQuotes}|${insideDoubleQuotes}|${insideSingleQuotes}|${insideBackticks}|${insideCurlyQuotes}|${open})`

/** Between a name and its value: `: `, ` = `, `": "`, `'] = `, `:** `, ` => `. Never a new line. */
export const assigned = String.raw`\\{0,4}["'\x60]?\]?[*_]{0,2}(?: is| ist| est| es)?[ \t]{0,40}(?:(?<arrow>=>|->|→)|:=|[:=：])[ \t]{0,40}[*_]{0,2}[ \t]{0,4}`

/** Between a name and its value in a sentence: "is", "was reset to", "of our connector was", "vom Scanner lautet". */
export const stated = String.raw`(?: (?:of|for|from|on|vom|von|für|de|del|du|pour|para) [^\s:][^\r\n:.,;]{0,40}?)?[ \t]{1,4}(?:(?:is|was|has been|to|as|ist|lautet|wurde|est|es)\b[ \t]{0,4})(?:(?:now|still|currently|set|changed|reset|updated|back|just|to|as|auf|zu|geändert|jetzt)[ \t]{1,4}){0,3}`
