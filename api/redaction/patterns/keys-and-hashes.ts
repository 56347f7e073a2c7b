import type { SecretPattern } from '../secret-pattern.ts'

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Private keys, and hashes that are as good as a password or lead to one. */
export const keyAndHashPatterns: SecretPattern[] = [
  {
    // Between its BEGIN and END lines; those stay, so that a reader knows what was there. In JSON, new lines are \n.
    kind: 'private key',
    near: ['private key', 'static key'],
    pattern:
      /-{2,5} ?BEGIN (?:[A-Z0-9]{1,20} ){0,3}(?:PRIVATE KEY|STATIC KEY)(?: BLOCK| V1)? ?-{2,5}(?:\s|\\r|\\n){0,8}(?<secret>(?:[^-]|-(?!---)){0,20000}[^\s\\-])(?=(?:\s|\\r|\\n){0,8}-{2,5} ?END)/gi,
  },
  {
    // Its end may have been cut off.
    kind: 'private key',
    near: ['private key', 'static key'],
    pattern:
      /-{2,5} ?BEGIN (?:[A-Z0-9]{1,20} ){0,3}(?:PRIVATE KEY|STATIC KEY)(?: BLOCK| V1)? ?-{2,5}(?:\s|\\r|\\n){1,8}(?<secret>[A-Za-z0-9+/=][A-Za-z0-9+/=\s\\]{30,20000}[A-Za-z0-9+/=])/gi,
  },
  {
    kind: 'private key',
    near: ['private-lines'],
    pattern: /Private-Lines: \d{1,4}(?:\s|\\r|\\n){1,4}(?<secret>(?:(?!Private-)[A-Za-z0-9+/=\r\n\\]){16,20000})/gi,
  },
  { kind: 'private key', near: ['age-secret-key-1'], pattern: /AGE-SECRET-KEY-1[A-Z0-9]{50,70}/gi },
  {
    kind: 'protected string',
    near: ['01000000d08c9ddf'],
    pattern: /(?<![0-9a-f])01000000d08c9ddf0115d1118c7a00c04fc297eb[0-9a-f]{40,8000}/gi,
  },
  {
    kind: 'password hash',
    near: [':::'],
    pattern: /(?<![^\s"'])[^\s:"']{1,100}:\d{1,10}:(?<secret>[0-9a-f]{32}:[0-9a-f]{32})(?=:::)/gi,
  },
  {
    kind: 'password hash',
    near: ['ntlm', 'nt hash', 'lm '],
    pattern: /\b(?:ntlm|nt|lm)(?:[ _-]?hash)?[ \t]{0,8}[:=][ \t]{0,8}(?<secret>[0-9a-f]{32})(?![0-9a-f])/gi,
  },
  {
    // crypt(3) of /etc/shadow, bcrypt, Argon2, and Cisco's types 5, 8 and 9.
    kind: 'password hash',
    near: [
      '$1$',
      '$5$',
      '$6$',
      '$7$',
      '$8$',
      '$9$',
      '$y$',
      '$gy$',
      '$2a$',
      '$2b$',
      '$2y$',
      '$apr1$',
      '$argon2',
      '$krb5',
      '$dcc2$',
    ],
    pattern: /\$(?:[1-9]|y|gy|2[abxy]|apr1|argon2(?:id|i|d)|krb5\w{1,10}|DCC2)\$[\w./$=,+*#@:-]{16,4000}/gi,
  },
  {
    kind: 'password hash',
    near: ['pbkdf2', '{ssha', '{sha}', '{md5}'],
    pattern: /(?:pbkdf2_\w{1,10}\$\d{1,8}\$|\{(?:SSHA(?:256|512)?|SHA|MD5)\})[\w./$=+-]{20,200}/gi,
  },
  // All of it, or who knows the rest need try only a few.
  {
    kind: 'BitLocker recovery key',
    near: ['-'],
    pattern: /(?<![\d-])\d{6}(?:[ \t]{0,3}-\s{0,12}\d{6}){7}(?![\d-])/g,
  },
  {
    // Dictated, or wrapped: eight groups on one line are one, on several where the words before say so.
    kind: 'BitLocker recovery key',
    near: digits,
    pattern: /(?<![\d-])\d{6}(?:[ \t.,/–—-]{1,4}\d{6}){7}(?![\d-])/g,
  },
  {
    kind: 'BitLocker recovery key',
    near: [
      'bitlocker',
      'recovery',
      'wiederherstell',
      'récupération',
      'recuperación',
      'ripristino',
      'herstel',
      'recuperação',
    ],
    pattern:
      /(?:bitlocker|recovery|wiederherstell|récupération|recuperación|ripristino|herstel|recuperação)[^\d]{0,120}(?<secret>\d{6}(?:[\s.,;/–—-]{0,12}\d{6}){3,7})(?!\d)/gi,
  },
  {
    kind: 'Windows product key',
    near: ['-'],
    pattern: /(?<![A-Z0-9-])[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![A-Z0-9-])/g,
    accepts: (key) => /[A-Z]/.test(key),
  },
]
