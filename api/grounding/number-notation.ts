/** Words and letters by which a text is known to write a comma before decimals and a point between thousands. */
const commaLanguage =
  /[äöüß]|(?<!\p{L})(?:der|die|das|und|von|nicht|ist|frei|freier|belegt|speicher|verluste|verloren|datei(?:\(en\)|en)?|verzeichnis(?:se)?|größe|gesendet|empfangen|minuten|stunden|sekunden|tage|prozent|gesamt|verfügbar|les|des|une?|libres?|fichiers?|octets|perdus?|archivos?|liberi|vrij)(?!\p{L})/iu

const usesCommas = (text: string): boolean => commaLanguage.test(text)

// Neither the octets of an address nor the parts of a version are thousands.
const thousands = (mark: string) =>
  new RegExp(`(?<![\\p{N}.,])\\p{N}{1,3}(?:[${mark}]\\p{N}{3}){1,3}(?!\\p{N}|[${mark}]\\p{N})`, 'gu')

/** A folded text with its numbers as a program writes them: no mark between thousands, a point before decimals. */
function plain(text: string, is_comma: boolean): string {
  const [between, before] = is_comma ? ['.', ','] : [',', '.']
  const decimals = new RegExp(`(?<![\\p{N}.,])(\\p{N}+)[${before}](\\p{N}{1,6})(?![\\p{N}]|[.,]\\p{N})`, 'gu')
  return text
    .replace(thousands(between), (number) =>
      number.split(between).length > 3 ? number : number.replaceAll(between, ''),
    )
    .replace(decimals, '$1.$2')
}

/** How a number of a text reads in plain, and the evidence likewise, where only one writes a decimal comma; else nothing. */
export function inOneNotation(text: string, evidence: string) {
  const [one, other] = [usesCommas(text), usesCommas(evidence)]
  return one === other
    ? undefined
    : { evidence: plain(evidence, other), plainOf: (number: string) => plain(number, one) }
}
