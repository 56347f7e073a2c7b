/** Words that ask somebody to do something, wherever a sentence begins. */
const asking =
  /(?:^|[.!?:;]\s+|["“„]\s*|,\s*)(?:please|kindly|bitte)\b|(?:^|[.!?:;]\s+|["“„]\s*)(?:ignore|disregard|call|contact|pay|send|click|reply|approve|tell|inform|ask|make sure|ensure|remember|do not|don['’]t)\b/iu

/** What ought to be is no finding. */
const ought =
  /\b(?:should|must|ought to|(?:has|have|need|needs|is|are) to be \p{L}+|you (?:have|need|are) to|(?:is|are) (?:asked|advised|requested|required) to|soll|sollen|sollte|sollten|muss|müssen)\b|\b(?:ist|sind) (?:[^.!?]{0,80} )?(?:ab|an|auf|aus|ein|um|zurück|hinzu|weiter)zu\p{L}+en\b/iu

/** Words that a sentence may begin with, where "the" follows, without asking for anything. */
const notVerbs = new Set(
  `a an the this that these those its her his their our my no some many most few several since after before with without while once as for when whenever although though because if until by at in on of from to into
  over under between during through against despite unlike like via per and but or nor so yet that than both all only not even
  just also then there here is are was were has have had did does do where what who which whose because apart along according
  instead due following regarding concerning including excluding except besides outside inside within upon about around near
  beyond behind beneath above below across toward towards throughout whereas unless whether wherever whoever neither according neither either half such given`.split(
    /\s+/,
  ),
)
const objectFollows =
  /^(\p{L}+) (?:the|a|an|this|these|those|any|every|each|your|their|his|her|its|it|them|him|everyone|everybody)\b/iu
/** General orders of the trade, which need no article behind them. */
const order =
  /^(?:reset|restart|reboot|delete|remove|disable|enable|install|uninstall|reinstall|exclude|shrink|mark|turn|switch|give|grant|revoke|stop|start|run|add|create|set|move|replace|change|check|verify|wait|use|try|open|close|connect|disconnect|update|upgrade|renew|lösche|löschen sie|starten sie|schalten sie|geben sie|rufen sie|senden sie) (?!\p{L}+ed\b)(?:(?!\b(?:is|are|was|were|has|have|had|failed|fails|did|does|can|could|cannot|ist|sind|war|wurde)\b).)*$/iu

/** Whether a sentence tells somebody to do something, other than what `restated`, the fix, does. */
export function instructs(text: string, restated: string): boolean {
  if (asking.test(text)) return true
  const modal = ought.exec(text)?.[0].toLowerCase()
  if (modal !== undefined && !restated.toLowerCase().includes(modal)) return true
  const verb = text.match(/^\p{L}+/u)?.[0].toLowerCase() ?? ''
  if (verb !== '' && beginsWith(restated, verb)) return false
  const [, first = ''] = objectFollows.exec(text) ?? []
  return (first !== '' && !notVerbs.has(first.toLowerCase()) && !/(?:ing|ed|s)$/iu.test(first)) || order.test(text)
}

/** Whether one of the text's sentences begins with this word. */
const beginsWith = (text: string, verb: string): boolean =>
  text
    .toLowerCase()
    .split(/[\n.!?,;]\s*|\b(?:and|then|und)\s/u)
    .some((sentence) => sentence.trim().startsWith(`${verb} `))
