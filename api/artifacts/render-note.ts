import type { PsaProvider } from '../psa/provider.ts'
import { redact } from '../redaction/redact.ts'
import type { Artifact } from './artifact.ts'

/**
 * A note as the ticket gets it and as its preview shows it, byte for byte. Secrets are taken out once more of what is
 * read there, since rendering puts a token together that Markdown's escapes had taken apart; and before it is split, so
 * that none stands half in one part and half in the next.
 */
export function renderNote(
  provider: PsaProvider,
  { title }: Artifact,
  reference: string,
  markdown: string,
  secrets: readonly string[],
): string[] {
  return provider.renderNote(markdown, title, reference, (text) => redact(text, secrets).text)
}
