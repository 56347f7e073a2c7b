/** Words that say of how many something is so. What they widen or narrow has to stand in the source as well. */
const scopes: { said: RegExp; carried: RegExp }[] = [
  // A second one that is so too.
  {
    said: /\b(?:also|as well|likewise|auch|ebenfalls|gleichfalls)\b|\b(?:too|either)(?=\s*[.,;!?]|\s*$)/iu,
    carried:
      /\b(?:also|as well|too|either|likewise|both|the same for|auch|ebenfalls|beide\p{L}*|ebenso|gleichfalls)\b/iu,
  },
  // All of them; "all three" counts those that were named.
  {
    said: /\b(?:all|every|everyone|everybody|everything|everywhere|always|entire|whole|alle|allen|aller|jede[mnrs]?|sämtliche\p{L}*|immer|überall)\b(?<!\b(?:at|in|after) all\b)(?! (?:\p{N}|of\b|the time\b|but\b|except\b|other\b|the other|drei|vier|zwei|two|three|four|five|six|seven|eight|nine|ten))/iu,
    carried:
      /\b(?:all|every|each|everyone|everybody|everything|everywhere|always|any|entire|whole|alle\p{L}*|jede\p{L}*|sämtliche\p{L}*|immer|überall)\b/iu,
  },
  // Some of them.
  {
    said: /\b(?:some|several|many|most|mostly|partly|partially|sometimes|occasionally|einige\p{L}*|manche\p{L}*|mehrere\p{L}*|viele\p{L}*|meist\p{L}*|teilweise|manchmal)\b/iu,
    carried:
      /\b(?:some|several|many|most|mostly|part|partly|partial|partially|sometimes|occasionally|except|but|only|up to|einige\p{L}*|manche\p{L}*|mehrere\p{L}*|viele\p{L}*|meist\p{L}*|teil\p{L}*|manchmal|außer|nur)\b/iu,
  },
  // No others; "only 5 seconds" is a measure.
  {
    said: /\b(?:only|solely|exclusively|nur|ausschließlich|lediglich)\b(?! (?:\p{N}|ab|mit|from|since|after|with))/iu,
    carried:
      /\b(?:only|solely|exclusively|alone|nobody else|no other|none|not|other|others|except|just|single|nur|ausschließlich|lediglich|allein|einzig\p{L}*|ander\p{L}*|kein\p{L}*|nicht)\b|\bn['’]t\b/iu,
  },
]

/** Whether a sentence speaks of more, or of fewer, than what it names. */
export const differsInScope = (text: string, named: string): boolean =>
  (!/\b(?:whether|if|ob|falls)\b/iu.test(text) &&
    scopes.some(({ said, carried }) => said.test(text) && !carried.test(named))) ||
  (all.test(text) && exception.test(named) && !exception.test(text))

const all = /\b(?:all|every|everyone|everybody|everywhere|alle|allen|jede[mnrs]?|überall)\b/iu
/** Not all of them, and which not. */
export const exception =
  /\b(?:(?:all|every\p{L}*|none|nobody|no one|nothing|alle|niemand)(?: \p{L}+){0,3} but|except|apart from|with the exception|but not|außer|bis auf|ausgenommen|in part|teilweise|(?:\p{N}+|two|three|four|five|six|seven|eight|nine|zwei|drei|vier|fünf) (?:of|von) (?:the |den )?(?:\p{N}+|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf))\b/iu
