import { commandPatterns } from './command-patterns.ts'
import { keyAndHashPatterns } from './key-and-hash-patterns.ts'
import { namedPatterns } from './named-patterns.ts'
import { networkPatterns } from './network-patterns.ts'
import { passwordPatterns } from './password-patterns.ts'
import { personalPatterns } from './personal-patterns.ts'
import type { SecretPattern } from './secret-pattern.ts'
import { cloudPatterns, tokenPatterns } from './token-patterns.ts'
import { urlAndHeaderPatterns } from './url-and-header-patterns.ts'

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
