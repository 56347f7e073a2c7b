import { describe, expect, test } from 'vitest'
import { leavingLink } from '../../../ui/kit/link-host.ts'
import { blockHtml } from '../../../ui/kit/markdown-blocks.ts'

describe('where a link leads is seen before one leaves', () => {
  test.each([
    ['words', '[the guide](https://learn.microsoft.com/en-us/windows)', 'learn.microsoft.com'],
    ['another host', '[https://bank.example](https://evil.example/bank.example)', 'evil.example'],
    ['another host without a scheme', '[bank.example](https://evil.example)', 'evil.example'],
    ['a host that begins like it', '[evil.example.bank](https://evil.example/)', 'evil.example'],
    ['a name before the host', '<https://bank.example@evil.example/>', 'evil.example'],
    ['letters that look alike', '[bаnk.example](https://bаnk.example/)', 'xn--bnk-6cd.example'],
    ['a port', '[evil.example](https://evil.example:8443/)', 'evil.example:8443'],
    ['emphasis', '[**bank.example**](https://evil.example)', 'evil.example'],
    ['back-slashes', '[bank](https:\\\\evil.example)', 'evil.example'],
    ['a picture', '![bank.example](https://evil.example/a.png)', 'evil.example'],
    ['a reference', '[bank.example][1]\n\n[1]: https://evil.example', 'evil.example'],
    ['an address of mail', '[the desk](mailto:dana@evil.example?subject=a)', 'dana@evil.example'],
  ])('behind %s', (_, markdown, host) => {
    const html = blockHtml(markdown)
    expect(html).toContain(`<small><bdi>(${host})</bdi></small></a>`)
  })

  test.each([
    'https://learn.microsoft.com/en-us/windows?a=1',
    'www.example.com/a',
    '[https://Example.com/a](https://example.com/a)',
    '[example.com](https://example.com/a/long/way)',
    '<dana@northbeam.test>',
  ])('once, where the words of %s say it', (markdown) => {
    expect(blockHtml(markdown)).toMatch(/^<p><a href="[^"]+"><bdi>[^<]+<\/bdi><\/a><\/p>\n$/)
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,a',
    'ftp://evil.example',
    '/settings',
    '//evil.example',
    '#a',
    'vbscript:a',
    'JaVaScRiPt:a',
    'file:///etc',
  ])('and %s leads nowhere', (href) => {
    expect(leavingLink(href, 'words')).toBeNull()
    expect(blockHtml(`[words](${href})`)).toBe('<p>words</p>\n')
  })

  test('what is opened is what was read, and no sign in it becomes markup', () => {
    const html = blockHtml('[a](https://evil.example/"><img src=x>)')
    expect(html).not.toContain('<img')
    expect(leavingLink('https://EVIL.example/%22', 'a')).toEqual({
      href: 'https://evil.example/%22',
      shown: 'evil.example',
    })
  })
})
