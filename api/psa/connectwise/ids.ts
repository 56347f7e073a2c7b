import { PsaFailure } from '../provider.ts'

/** The number that an id of ConnectWise is; undefined for text that can't be one. */
export function readId(text: string): number | undefined {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined
  return id !== undefined && id < 2 ** 31 ? id : undefined
}

/** The same, where there must be one: anything else does not exist, and nobody has to be asked. */
export function checkId(text: string, what: string): number {
  const id = readId(text)
  if (id === undefined) throw new PsaFailure('not_found', `ConnectWise has no ${what} of that number.`, false)
  return id
}
