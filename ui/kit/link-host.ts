/** A link as it opens, and what of its address the reader has to see beside its words; null where they say it. */
export type LeavingLink = { href: string; shown: string | null }

/**
 * Where a link leads out of the app; null for what is no address of the web or of mail. Words that begin with the very
 * host say it; any others may say what they like, also another host, a name before an `@`, or one in letters that only look
 * like it, which is shown in its ASCII form.
 */
export function leavingLink(href: string, words: string): LeavingLink | null {
  const url = URL.canParse(href) ? new URL(href) : null
  if (url?.protocol === 'mailto:') {
    const address = decoded(url.pathname)
    return { href: url.href, shown: words.trim() === address ? null : address }
  }
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const said = words.trim().toLowerCase()
  const is_said = [url.host, `${url.protocol}//${url.host}`].some(
    (host) => said === host || (said.startsWith(host) && /[/?#]/.test(said.charAt(host.length))),
  )
  return { href: url.href, shown: is_said ? null : url.host }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
