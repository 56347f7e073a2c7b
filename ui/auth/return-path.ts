/** The sign-in page, remembering where to go back to afterwards. */
export function signInPath(here: string): string {
  return here === '/' ? '/sign-in' : `/sign-in?return_to=${encodeURIComponent(here)}`
}

/** Where to go after signing in: a path of this site only, never another host that somebody put into a link. */
export function returnPath(search: string): string {
  const wanted = new URLSearchParams(search).get('return_to') ?? '/'
  if (!wanted.startsWith('/') || !URL.canParse(wanted, 'https://here.invalid')) return '/'
  // Read as a browser reads it: a backslash is a slash, a tab is nothing, and dots can leave two slashes at the start.
  const { host, pathname, search: query, hash } = new URL(wanted, 'https://here.invalid')
  return host === 'here.invalid' && !pathname.startsWith('//') ? pathname + query + hash : '/'
}
