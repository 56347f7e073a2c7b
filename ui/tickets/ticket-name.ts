import type { Provider } from './ticket-system.ts'

/** What a ticket system is called in a sentence. */
export const systemNames: Record<Provider, string> = { builtin: 'the built-in board', connectwise: 'ConnectWise' }

/** A ticket's number as it is shown: `CW #48213`, and `#48213` where it is not known to be one of ConnectWise. */
export const ticketName = (ref: string, provider?: Provider): string =>
  `${provider === 'connectwise' ? 'CW ' : ''}#${ref}`

/** The number in words that are nothing but a ticket's number, such as `48213`, `#48213` or `CW #48213`. */
export const ticketNumber = (words: string): string | undefined =>
  /^\s*(?:cw\s*)?#?\s*([1-9]\d{0,9})\s*$/i.exec(words)?.[1]
