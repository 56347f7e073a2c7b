import type { Source } from './citations.ts'
import { claimWords, shareOf } from './stemming.ts'

const denial =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unable|unchanged|nicht|kein\p{L}*|ohne|nie|niemand|weder)\b|n['’]t\b/iu
/** The same, and what denies without a not of its own; each of them counts. */
const denials =
  /(?<![\p{L}\p{N}])(?:not(?! only\b)|no(?=\s+\p{L})(?! doubt\b)|never|none|nobody|nothing|nowhere|neither|without|cannot|hardly|barely|lack(?:s|ed|ing)?|miss(?:es|ing)|absent|prevent\p{L}*|instead of|rather than|nicht(?! nur\b)|kein\p{L}*|ohne|nie|niemals|niemand\p{L}*|nichts|weder|kaum|fehl(?:t|en|te|ten)|statt|anstatt|pas|jamais|aucun\p{L}*|sans|rien|nunca|ning[uú]n\p{L}*|sin|tampoco|non|niet|geen|nooit)(?![\p{L}\p{N}])|n't(?!\p{L})/giu

/** How often a clause denies. */
export const countDenials = (clause: string): number => clause.match(denials)?.length ?? 0

/** What is not affected works: no denial, but another word for it. */
const unaffected = /\b(?:(?:is|are|was|were|has been|have been) )?(?:not affected|unaffected)\b|\bnicht betroffen\b/giu
const failure =
  /\b(?:fail|err|refus|reject|miss|lack|lost|lose|block|stop|drop|disab|expir|den(?:y|ied)|pend|wait|only|except|instead|fehl|abge|verweiger|gesperr|wart|nur)\p{L}*/iu

/** What a machine said, in quotes, denies nothing of the sentence that it stands in. */
const quoted = /"[^"]*"|“[^”]*”|„[^“]*“|»[^«]*«/gu
const denies = (text: string): boolean => denial.test(text.replace(quoted, ''))

/** So much of a part of a sentence stands in a part of its source when both speak of the same. */
const same = 0.75
/** Of two parts that are about as near, it is enough that one denies nothing. */
const close = 0.2

/**
 * Whether a sentence denies what carries it, or says what that denies. Of what a fix mended the facts say that it did not
 * work, and the sentence that it does: that is no contradiction.
 */
export function saysTheOpposite(text: string, named: Source[]): boolean {
  if (named.some(({ outcome }) => outcome === 'worked' || outcome === 'partial')) return false
  const said = named.map((source) => source.text).join('\n')
  if (denies(text)) return denies(text.replace(unaffected, '')) && !denies(said) && !failure.test(said)
  const parts = [...partsOf(said), ...partsOf(said.replace(/,\s/g, '\n'))]
  return partsOf(text).some((part) => {
    const words = claimWords(part)
    const near = parts.map((each) => ({ each, share: shareOf(words, claimWords(each)) }))
    const nearest = Math.max(0, ...near.map(({ share }) => share))
    return nearest >= same && near.filter(({ share }) => share >= nearest - close).every(({ each }) => denies(each))
  })
}

const joint = /[.;:]\s+|\n|,?\s(?:but|whereas|while|although|because|since|so that|and|und|aber|weil|während)\s/iu

const partsOf = (text: string): string[] => text.split(joint).filter((part) => claimWords(part).size >= 2)
