/** What a sentence says of itself: that it asks, supposes, guesses, passes on or plans, so that it asserts nothing. */

const words = (list: string) =>
  list
    .trim()
    .split(/\s*\|\s*|\s*\n\s*/u)
    .join('|')
const anyOf = (list: string) => new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words(list)})(?![\\p{L}\\p{N}_])`, 'iu')

/** Conditions and opinions, wherever they stand, speak of the whole sentence. */
const governing = anyOf(`
  if|whether|unless|provided that|assuming|suppose|supposing|in case|ob|falls(?= (?:der|die|das|er|sie|es|ich|wir|man|ein|eine|kein|keine|nicht)\\b)|sofern|vorausgesetzt|angenommen
  i think|i guess|i believe|i suspect|i assume|i suppose|i imagine|i doubt|i hope|i fear|i wonder|i feel like|we think|we believe|we suspect|we assume|we guess|we suppose|my guess|my theory|my suspicion|our theory|best guess
  (?:he|she|they|the (?:user|customer|client|vendor)|\\p{Lu}\\p{L}+) (?:thinks|think|believes|believe|suspects|suspect|assumes|assume|guesses|claims|claim|supposes|hopes|wonders)
  not (?:quite |entirely |really |totally )?(?:sure|certain|clear|known|tested|checked|verified|confirmed)|(?:is|are|was|it's|still|remains?) (?:unknown|unclear|uncertain|unconfirmed|unverified)|i'm unsure|unsure|no idea|(?:don't|do not|doesn't|does not|can't|cannot|could not|couldn't) (?:know|tell|say|remember|recall|confirm|rule out|verify)|who knows|wondering|afaik|as far as i (?:know|can)|iirc|if i remember|in theory|theoretically|hypothetically|rumou?rs?|rumou?red
  can i say|could be|might be|may be
  ich (?:glaube|denke|vermute|meine|schätze|nehme an|bezweifle|hoffe)|glaube ich|denke ich|vermute ich|nehme ich an|wir (?:glauben|denken|vermuten)|keine ahnung|weiß (?:ich )?nicht|wei(?:ß|ss) (?:ich )?nicht|nicht (?:ganz )?sicher|unsicher|unklar|nicht bekannt|angeblich|meiner meinung|meines wissens|soweit ich weiß
  je pense|je crois|je suppose|creo que|pienso que|supongo|credo che|penso che|ik denk
`)

/** Guesses speak of their own clause and of what follows in the sentence; where nothing else stands there, of all of it. */
const guess = anyOf(`
  maybe|perhaps|possibly|(?<!not )possible|probably|probable|presumably|supposedly|allegedly|reportedly|apparently|seemingly|conceivably|potentially|likely|unlikely|hopefully|arguably
  might|(?<!\\b(?:in|since|of|until|by|early|late|mid|from) )may(?= (?:not |also |still |well |just |only |even )?(?:be|have|\\p{Ll}{3,}))|could(?! ?n't)(?! not)|would(?!n't)(?! not)|ought to|must be|must have|must've|should be|should have|should've|should|supposed to|expected to|expected|suspected|assumed|suspicion|hypothesis
  seems?|seemed|appears? to|appeared to|it appears|appears that|(?:look|looks|looked|sound|sounds|sounded|feel|feels|smells?|smelled) (?:a (?:bit|lot) |very |more |much )?(?:like|as if|as though|to be)|(?:everything|evidence|this|that|it|logs?|symptoms?) points? to|worst case|best case|at worst|at best|schlimmstenfalls|im zweifel|suggests?|suggesting|hints? at|indicates? that|kind of|sort of|more or less|could well|tends? to
  vielleicht|eventuell|evtl\\.?|möglicherweise|(?<!nicht )möglich|womöglich|wahrscheinlich|vermutlich|vermuten|vermutet|wohl|mutmaßlich|könnten?|dürften?|müssten?|sollten?|würden?|scheint|scheinen|scheinbar|anscheinend|offenbar|sieht (?:so )?aus|sieht nach|klingt nach|deutet auf|verdacht|vermutung|hoffentlich|soll
  peut-être|peut être|probablement|sans doute|il semble|semble|on dirait|quizás?|tal vez|a lo mejor|probablemente|parece|forse|probabilmente|sembra|misschien|waarschijnlijk|lijkt
`)

/** What is to be done is not done. */
const plan = anyOf(`
  will|won't|shall|going to|gonna|i'll|we'll|he'll|she'll|they'll|it'll|plan|plans|planned|planning|intend|intends|intended|want|wants|wanted|wish|wishes|needs?|needed|have to|has to|had to|must|about to|scheduled|due (?:for|to be)|let's|let us|try to|trying to|tried to|attempted to|attempting to|asked (?:\\p{L}+ ){0,4}to|told (?:\\p{L}+ ){0,4}to|tell (?:\\p{L}+ ){0,4}to|ask (?:\\p{L}+ ){0,4}to|promised|agreed to|offered to|recommend\\p{L}*|suggested|propos\\p{L}*|please|kindly|to do|todo|next step|tomorrow|soon|being \\p{L}+|in progress|ongoing|under ?way|half ?way|is to be|are to be|remains to be|yet to
  bitte|muss|müssen|möchten?|wollen|will|wollte\\p{L}*|geplant|plant|planen|werde|werden wir|wird (?:[^,.;]{0,60} )?(?:morgen|später|bald|noch|nächste\\p{L}*|demnächst)|morgen|demnächst|später|bald|soll\\p{L}*|vorhaben|vor(?:ge)?habt|ist (?:noch )?zu|vorgesehen
`)

/** What was so and is no longer. */
const former = anyOf('used to|formerly|previously|no longer the case|früher|ehemals|damals|solía|avant')

/** Words of somebody else that he only repeats. */
const hearsay = anyOf(`
  (?:the |their |her |his |in the |per the |as per )?(?:ticket|e-?mail|mail|forum|article|vendor|manual|documentation|docs|kb|chatgpt|google|internet|web) (?:says|said|states|stated|claims|claimed|reads|writes|wrote|mentions|mentioned|suggests)|according to|laut|zufolge
`)

/** A sentence that asks without a question mark. */
const asks =
  /^(?:(?:and|so|but|also|hi|hello|ok|okay|und|aber)[, ]+)?(?:(?:is|are|was|were|do|does|did|can|could|would|should|will|has|have|isn't|aren't|doesn't|don't|didn't|can't)\s+(?:the|a|an|it|this|that|these|there|they|he|she|we|you|i|any|anyone|anybody|someone|somebody|my|our|your|his|her|their)\b|(?:why|how come|how do|how does|how can|what if|what about|who knows|anyone|any idea|any chance|ist (?:der|die|das|es)|sind (?:die|sie)|hat (?:der|die|das|jemand)|kann (?:der|die|das|man|es|ich)|warum|wieso|weshalb)\b)/iu

/** A sentence that takes back the one before it. */
const retraction =
  /^(?:(?:no|nope|well|sorry|oh|ah|wait|nein)[,.! ]+)*(?:not(?: really| true| at all)?|wrong|false|incorrect|not true|not so|untrue|scratch that|strike that|correction|just kidding|kidding|joking|never ?mind|(?:that|this|it)(?:'s| is| was)(?: simply| just| all)? (?:not (?:so|true|right|the case|correct)|wrong|false|incorrect|nonsense|untrue|a joke|a lie|a guess|a theory|only a guess|just a guess)|i was wrong|i take that back|stimmt nicht|falsch|das stimmt nicht|das ist falsch|quatsch|oder(?: auch)? nicht|or not|or maybe not|maybe not)[.! ]*$/iu

/** What was expected of an output is not its result. */
const expectation =
  /^\W*(?:expected|expect|should(?: be)?|desired|target|required|wanted|baseline|reference|nominal|goal|example|sample|e\.g\.|usage|erwartet\p{L}*|soll\p{L}*|sollwert|erwartung|beispiel)\b/iu

export const isAsked = (sentence: string): boolean => /\?["')\]\s]*$/u.test(sentence) || asks.test(sentence)
/** Had it been so. */
const inverted = /^(?:had|were|should|hätten?|wären?|sollten?) \p{L}+/iu

export const isGoverned = (sentence: string): boolean =>
  governing.test(sentence) || hearsay.test(sentence) || inverted.test(sentence)
export const isGuessed = (clause: string): boolean => guess.test(clause)
export const isPlanned = (clause: string): boolean => plan.test(clause)
export const isFormer = (clause: string): boolean => former.test(clause)
export const isRetraction = (sentence: string): boolean => retraction.test(sentence.trim())
export const isExpectation = (line: string): boolean => expectation.test(line)
