import type { SecretPattern } from '../secret-pattern.ts'
import { commandPatterns } from './commands.ts'
import { keyAndHashPatterns } from './keys-and-hashes.ts'
import { namedPatterns } from './named.ts'
import { networkPatterns } from './networks.ts'
import { passwordPatterns } from './passwords.ts'
import { personalPatterns } from './personal.ts'
import { cloudPatterns, tokenPatterns } from './tokens.ts'
import { urlAndHeaderPatterns } from './urls-and-headers.ts'

// Why our own: the kept rule sets (secretlint, gitleaks) look for developers' keys in files. They know neither a
// sentence ("the password is now …") nor a router's configuration, netsh's output or LAPS, and they answer with
// findings in a file, later, where we need the places in a text at once. The prefixes and lengths are public facts.

/** The more particular kind first: it names what several patterns find. */
export const everyPattern: readonly SecretPattern[] = [
  ...keyAndHashPatterns,
  ...cloudPatterns,
  ...tokenPatterns,
  ...urlAndHeaderPatterns,
  ...networkPatterns,
  ...personalPatterns,
  ...namedPatterns,
  ...passwordPatterns,
  ...commandPatterns,
]
