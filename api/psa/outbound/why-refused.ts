/** A sentence that says what is wrong with an address that is neither of a known PSA nor allowed. */
export function whyRefused(address: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1] ?? ''
  const rest = scheme ? address.slice(scheme.length + '://'.length) : address
  const [authority = ''] = rest.split(/[/?#]/)
  return `FlowPilot does not connect to “${shown(authority)}”: ${reason(scheme, authority, rest)}`
}

function reason(scheme: string, authority: string, rest: string): string {
  if (/[^!-~]/.test(rest)) return 'it holds a character that no host name has.'
  if (rest.includes('\\')) return 'it holds a backslash.'
  if (rest.includes('#')) return 'it holds a #.'
  if (authority.includes('@')) return 'it names a user.'
  if (!/^https?$/i.test(scheme)) return 'only https is used.'
  if (authority === '') return 'it names no host.'
  return reasonOfHost(scheme, authority)
}

function reasonOfHost(scheme: string, authority: string): string {
  const [, host = '', port] = /^(.*?)(?::(\d*))?$/.exec(authority) ?? []
  if (isAddressInAnyForm(host)) return `it is an IP address and no host name. ${how_to_allow}`
  if (host.endsWith('.')) return 'it ends with a dot.'
  if (port !== undefined && port !== '443') return `its port is not 443. ${how_to_allow}`
  if (scheme.toLowerCase() === 'http') return `only https is used. ${how_to_allow}`
  return `it is no host of ConnectWise’s cloud. ${how_to_allow}`
}

const how_to_allow = 'Whoever runs this installation can allow it with PSA_ALLOWED_HOSTS.'

// A host whose last part is a number is an IPv4 address to every URL parser: 127.1, 0x7f000001, 2130706433, 0177.0.0.1.
function isAddressInAnyForm(host: string): boolean {
  return host.startsWith('[') || host.includes(':') || /(^|\.)(\d+|0x[0-9a-f]*)\.?$/i.test(host)
}

function shown(text: string): string {
  const printable = text.replace(/[^ -~\u00a0-\uffff]/g, '�')
  return printable.length > 80 ? `${printable.slice(0, 80)}…` : printable
}
