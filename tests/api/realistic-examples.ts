import { northbeam, southgate } from '../harness/world.ts'

/** What a prompt must not hold: each kind of thing that reads as if it came from somebody's ticket. */
const kinds: RegExp[] = [
  // JSON's numbers, and lists of them.
  /(?<="\s*): *-?\d[\d.]*/g,
  /\[\s*\d[\d\s,.]*\]/g,
  // Addresses and hosts.
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/g,
  /\b[0-9a-f]{1,4}(?::{1,2}[0-9a-f]{1,4}){2,7}\b/gi,
  /\b[a-z][a-z0-9+]*:\/\/[^\s"<]+/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)*/g,
  /\b(?:[a-z0-9-]+\.)+(?:com|net|org|io|de|eu|local|lan|corp|internal|home|example|test|cloud)\b/gi,
  /\b(?=[A-Z0-9-]*\d)[A-Z]{2,}[A-Z0-9]*(?:-[A-Z0-9]+)+\b/g,
  // Paths.
  /\b[A-Za-z]:\\[^\s"]*/g,
  /\\\\[\w.$-]+(?:\\[\w.$ -]+)+/g,
  /(?<![\w<])\/(?:etc|var|usr|opt|home|tmp|srv|mnt|bin)\/[^\s"]*/g,
  /%\w+%/g,
  // Numbers that somebody gave to something.
  /\bKB\d{4,}\b/g,
  /\bevent(?: ids?)? #?\d+/gi,
  /\b0x[0-9a-f]+\b/gi,
  /\berror(?: code)? #?-?\d+/gi,
  /\bv?\d+\.\d+(?:\.\d+)*\b/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  /\b\d{1,2}:\d{2}(?::\d{2})?\b/g,
  /\b\d{4}-\d{2}-\d{2}\b/g,
  // Commands.
  /\b[A-Z][a-z]+-[A-Z][A-Za-z]+\b/g,
  /\b(?:ipconfig|netsh|nslookup|ping|tracert|gpupdate|sfc|dism|systemctl|sudo|ssh|curl|chkdsk|nltest|dcdiag) [^\s.,]+/g,
  // The people and firms of our own world.
  new RegExp(namesOf(northbeam, southgate), 'g'),
]

/** Everything in a prompt that is no placeholder but reads like the real thing. */
export const realisticExamples = (prompt: string): string[] => [
  ...textsIn(prompt),
  ...kinds.flatMap((kind) => prompt.match(kind) ?? []),
]

/** JSON's texts that are neither a key nor one whole placeholder. */
function textsIn(prompt: string): string[] {
  const quoted = [...prompt.matchAll(/("[^"\n]*")(\s*:)?/g)]
  return quoted.flatMap(([, text = '', colon]) => (colon || /^"<[^<>]+>"$/.test(text) ? [] : [text]))
}

function namesOf(...accounts: { account_name: string; engineer: string; clients?: string[] }[]): string {
  const names = accounts.flatMap(({ account_name, engineer, clients = [] }) => [
    account_name,
    ...engineer.split(' '),
    ...clients,
  ])
  return names.map((name) => `\\b${name}\\b`).join('|')
}
