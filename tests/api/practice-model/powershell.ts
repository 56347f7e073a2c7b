const CLOSING: Record<string, string> = { '(': ')', '{': '}', '[': ']' }

/** The Verb-Noun commands of a script, outside of strings and comments. Throws where quotes or brackets do not balance. */
export function readCommands(script: string): string[] {
  const code = withoutStrings(script)
  const own = [...code.matchAll(/\bfunction ([A-Z]\w+-\w+)/g)].map((match) => match[1])
  const open: string[] = []
  for (const character of code) {
    const closing = CLOSING[character]
    if (closing) open.push(closing)
    else if (Object.values(CLOSING).includes(character) && open.pop() !== character)
      throw new Error(`stray ${character}`)
  }
  if (open.length > 0) throw new Error(`missing ${open.join(' ')}`)
  return [...code.matchAll(/(?<![\w$./-])[A-Z][a-z]+-[A-Z]\w+\b(?!-)/g)]
    .map(([name]) => name)
    .filter((name) => !own.includes(name))
}

/** The script with comments gone and strings emptied; what a double-quoted string evaluates in `$( )` stays. */
function withoutStrings(script: string): string {
  let code = ''
  let at = 0
  while (at < script.length) {
    const character = script[at]
    if (character === '#') {
      const end = script.indexOf('\n', at)
      at = end === -1 ? script.length : end
    } else if (character === "'") {
      const end = script.indexOf("'", at + 1)
      if (end === -1) throw new Error(`an open quote at ${at}`)
      at = end + 1
      code += '0'
    } else if (character === '"') {
      const { inner, end } = doubleQuoted(script, at + 1)
      code += `(${inner})`
      at = end
    } else {
      code += character
      at++
    }
  }
  return code
}

function doubleQuoted(script: string, from: number): { inner: string; end: number } {
  let inner = ''
  for (let at = from; at < script.length; at++) {
    if (script[at] === '"') return { inner, end: at + 1 }
    if (script.startsWith('$(', at)) {
      const end = endOfExpression(script, at + 2)
      inner += ` (${withoutStrings(script.slice(at + 2, end))}) `
      at = end
    }
  }
  throw new Error(`an open double quote at ${from}`)
}

function endOfExpression(script: string, from: number): number {
  let depth = 1
  for (let at = from; at < script.length; at++) {
    const character = script[at]
    if (character === "'") at = script.indexOf("'", at + 1)
    else if (character === '"') at = doubleQuoted(script, at + 1).end - 1
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return at
  }
  throw new Error(`an open $( at ${from}`)
}
