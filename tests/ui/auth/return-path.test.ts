import { describe, expect, test } from 'vitest'
import { returnPath, signInPath } from '../../../ui/auth/return-path.ts'

describe('after signing in', () => {
  test('the engineer is back where he was, with the query', () => {
    const search = new URL(signInPath('/sessions?q=vpn&status=active'), 'https://flowpilot.example').search
    expect(returnPath(search)).toBe('/sessions?q=vpn&status=active')
  })

  test('without a place to go back to he is on the dashboard', () => {
    expect(returnPath('')).toBe('/')
    expect(signInPath('/')).toBe('/sign-in')
  })

  test.each([
    'https://southgate.example/',
    '//southgate.example',
    '/\\southgate.example',
    '/\t/southgate.example',
    'javascript:alert(1)',
    'sessions',
  ])('a link cannot lead him elsewhere: %j', (wanted) => {
    expect(returnPath(`?return_to=${encodeURIComponent(wanted)}`)).toBe('/')
  })

  test('a path whose dots come out as another host stays on this site', () => {
    const path = returnPath(`?return_to=${encodeURIComponent('/.//southgate.example/')}`)
    expect(new URL(path, 'https://flowpilot.example').host).toBe('flowpilot.example')
  })
})
