/** A way in which a text reaches a ticket; `read` takes out again what the way has put in, as a reader does. */
export type Shape = { name: string; write: (text: string) => string; read: (text: string) => string }

const same = (text: string) => text
const everyLine = (text: string, put: (line: string, at: number) => string) => text.split('\n').map(put).join('\n')
const without =
  (pattern: RegExp, instead = '') =>
  (text: string) =>
    text.replace(pattern, instead)
const between = (mark: string) => (text: string) => text.replace(/([A-Za-z0-9]{4})(?=[A-Za-z0-9])/g, `$1${mark}`)
const cut =
  (width: number, end = '\n') =>
  (text: string) =>
    text
      .split('\n')
      .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [''])
      .join(end)
const prefixed = (name: string, prefix: (at: number) => string, pattern: RegExp): Shape => ({
  name,
  write: (text) => everyLine(text, (line, at) => prefix(at) + line),
  read: without(pattern),
})
const encode = (text: string) =>
  text.replace(/[&<>"':=@!]/g, (mark) => `&#${mark.charCodeAt(0)};`).replaceAll(' ', '&nbsp;')
const decode = (text: string) =>
  text
    .replaceAll('&nbsp;', ' ')
    .replace(/&#x?[0-9a-f]+;/g, (code) =>
      String.fromCharCode(code.startsWith('&#x') ? Number.parseInt(code.slice(3), 16) : Number(code.slice(2, -1))),
    )
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000')

export const clean: Shape = { name: 'as it is', write: same, read: same }

/** Every way that keeps a secret readable to a person. */
export const shapes: Shape[] = [
  clean,
  { name: 'no-break spaces', write: (text) => text.replaceAll(' ', '\u00a0'), read: without(/\u00a0/g, ' ') },
  { name: 'narrow no-break spaces', write: (text) => text.replaceAll(' ', '\u202f'), read: without(/\u202f/g, ' ') },
  {
    name: 'no-break spaces by turns',
    write: (text) => text.replaceAll(' ', ' \u00a0'),
    read: without(/ \u00a0/g, ' '),
  },
  { name: 'tabs', write: (text) => text.replaceAll(' ', '\t'), read: without(/\t/g, ' ') },
  { name: 'zero-width spaces', write: between('\u200b'), read: without(/\u200b/g) },
  { name: 'soft hyphens', write: between('\u00ad'), read: without(/\u00ad/g) },
  { name: 'byte order marks', write: between('\ufeff'), read: without(/\ufeff/g) },
  { name: 'word joiners', write: between('\u2060'), read: without(/\u2060/g) },
  {
    name: 'directions',
    write: (text) => `\u202a${between('\u200e')(text)}\u202c`,
    read: without(/[\u202a\u202c\u200e]/g),
  },
  { name: 'full-width letters', write: fullWidth, read: (text) => text.normalize('NFKC') },
  { name: 'entities', write: encode, read: decode },
  {
    name: 'hexadecimal entities',
    write: (text) => text.replace(/[ :=]/g, (mark) => `&#x${mark.charCodeAt(0).toString(16)};`),
    read: decode,
  },
  {
    name: 'Markdown escapes',
    write: (text) => text.replace(/(?<!\\)[_*#.!+$~|<>-]/g, '\\$&'),
    read: without(/\\(?=[_*#.!+$~|<>-])/g),
  },
  { name: 'emphasis', write: (text) => text.replace(/[A-Za-z0-9]{3,}/, '**$&**'), read: without(/\*\*/g) },
  {
    name: 'emphasis within words',
    write: (text) => text.replace(/\b([A-Za-z]{4})(?=[A-Za-z0-9]{3})/g, '**$1**'),
    read: without(/\*\*/g),
  },
  {
    name: 'terminal colours',
    write: (text) => text.replace(/[A-Za-z0-9]{3,}/g, '\u001b[1;31m$&\u001b[0m'),
    read: (text) => text.replaceAll('\u001b[1;31m', '').replaceAll('\u001b[0m', ''),
  },
  {
    name: 'colours without their escape',
    write: (text) => text.replace(/[A-Za-z0-9]{3,}/g, '[1;31m$&[0m'),
    read: without(/\[[\d;]+m/g),
  },
  {
    name: 'HTML',
    write: (text) =>
      `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')}</p>`,
    read: (text) =>
      text.replaceAll('<br>', '\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  },
  prefixed('quote marks', () => '> ', /^> /gm),
  prefixed('quotes of quotes', () => '> > ', /^> > /gm),
  prefixed('bullets', () => '- ', /^- /gm),
  prefixed('round bullets', () => '  • ', /^ {2}• /gm),
  prefixed('numbers', (at) => `${at + 1}. `, /^\d+\. /gm),
  prefixed('line numbers', (at) => `${String(at + 1).padStart(4)} | `, /^ +\d+ \| /gm),
  prefixed('time stamps', () => '2026-11-20T09:15:02Z ', /^2026-11-20T09:15:02Z /gm),
  prefixed('time stamps in brackets', () => '[20.11.2026 09:15:02] ', /^\[20.11.2026 09:15:02\] /gm),
  prefixed('prompts', () => 'PS C:\\Users\\mara> ', /^PS C:\\Users\\mara> /gm),
  prefixed('shell prompts', () => 'root@srv-web01:~# ', /^root@srv-web01:~# /gm),
  prefixed('indentation', () => '        ', /^ {8}/gm),
  ...[60, 64, 76].map((width): Shape => ({ name: `wrapped at ${width}`, write: cut(width), read: without(/\n/g) })),
  ...[60, 76].map(
    (width): Shape => ({ name: `wrapped at ${width}, with CR LF`, write: cut(width, '\r\n'), read: without(/\r?\n/g) }),
  ),
  { name: 'wrapped and quoted', write: (text) => `> ${cut(64, '\n> ')(text)}`, read: without(/\n?> /g) },
  {
    name: 'quoted-printable',
    write: (text) => everyLine(text.replaceAll('=', '=3D'), cut(74, '=\n')),
    read: (text) => text.replaceAll('=\n', '').replaceAll('=3D', '='),
  },
  {
    name: 'no-break spaces, wrapped',
    write: (text) => cut(76)(text.replaceAll(' ', '\u00a0')),
    read: (text) => text.replaceAll('\n', '').replaceAll('\u00a0', ' '),
  },
  {
    name: 'zero-width spaces, quoted',
    write: (text) => everyLine(between('\u200b')(text), (line) => `> ${line}`),
    read: without(/\u200b|^> /gm),
  },
]
