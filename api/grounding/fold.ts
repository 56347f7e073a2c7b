/** One spelling for what differs only in type: white space, typographic quotes, apostrophes and dashes. Case stays. */
export const foldType = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u00b4`]/gu, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[^\S\n\t]/gu, ' ')

/** The same on one line. */
export const foldLine = (text: string): string => foldType(text).replace(/\s+/gu, ' ').trim()
