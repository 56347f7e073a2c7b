/** Of an option: question and answer themselves are the fact, since no sentence in their words says more plainly what it means. */
export const OWN_WORDS = ''

/**
 * A question as it is asked. Options map to the fact that each establishes, in the words of question and option; null
 * establishes nothing.
 */
export interface PracticeQuestion {
  text: string
  context?: string
  /** What a free answer is about: the fact reads "topic: answer", where the topic is in the words of the question. */
  topic: string
  options?: Record<string, string | null>
}

/** A check as it is asked, and the lines of its output that establish something. */
export interface PracticeCheck {
  label: string
  command?: string
  description?: string
  disruptive?: boolean
  topic: string
  /** The first that fits speaks; `$1` stands for the first group of `like`. */
  readings?: { like: RegExp; fact: string }[]
}

/** Something that speaks for a cause (weight above 0) or against it, and where it would be seen. */
export interface Sign<K extends string = string> {
  weight: number
  like: RegExp
  at: (K | 'words')[]
}

/** A sign of 3 decides, one of 1 supports; `at` names the questions and checks that would show it. */
export function sign<K extends string>(
  weight: number,
  like: RegExp,
  ...at: (K | 'words')[]
): Sign<Exclude<K, 'words'>> {
  return { weight, like, at: at as (Exclude<K, 'words'> | 'words')[] }
}

export interface PracticeFix {
  title: string
  description: string
  script: { language: 'powershell' | 'bash' | 'python' | 'cmd'; body: string }
  /** What to do and watch once it is applied. */
  afterwards: string
}

/** One root cause of a problem. */
export interface Cause<K extends string = string> {
  /** A noun phrase, as it stands in a sentence. */
  name: string
  signs: Sign<K>[]
  /** The questions and checks that would settle it, the most telling first. */
  asks: K[]
  /** Said while it leads without being established. */
  suspicion: string
  /** Said together with the fix. */
  conclusion: string
  fix: PracticeFix
}

export interface Problem<Q extends string = string, C extends string = string> {
  name: string
  /** Recognises the problem in the engineer's own words: weights add up, 3 is confident. */
  keywords: { like: RegExp; weight: number }[]
  opening: { prose: string; questions: NoInfer<Q>[]; checks: NoInfer<C>[] }
  questions: Record<Q, PracticeQuestion>
  checks: Record<C, PracticeCheck>
  causes: Cause<NoInfer<Q | C>>[]
  /** Said when every question and check has been used up without a cause. */
  exhausted: string
}

/** A problem whose signs and asks can only name questions and checks that it has. */
export function defineProblem<Q extends string, C extends string>(problem: Problem<Q, C>): Problem {
  return problem
}
