/**
 * What begins a new line, for whoever shows a text: line feed, carriage return (or both as one), vertical tab, form feed,
 * next line, and Unicode's separators of lines and paragraphs. Nothing else in the product says what a line is.
 */
const line_break = /\r\n|[\n\v\f\r\x85\u2028\u2029]/g

/** The lines of a text, by any of its breaks. */
export const splitLines = (text: string): string[] => text.split(line_break)

/** The same text with its lines ended by a line feed alone. */
export const withLineFeeds = (text: string): string => text.replace(line_break, '\n')

export const hasLineBreak = (text: string): boolean => text.search(line_break) !== -1

/** The text on one line: a break, and the white space around it, is `joint`. Other white space stays as it is. */
export const onOneLine = (text: string, joint = ' '): string =>
  // Each run is read once: what looks for a break in it from every space on takes a second for 30,000 of them.
  text.replace(/[\s\x85]+/g, (run) => (hasLineBreak(run) ? joint : run))
