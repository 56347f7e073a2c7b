import { describe, expect, test } from 'vitest'
import { mask, type Taken } from '../../../api/redaction/redact.ts'
import { redactDeep } from '../../../api/redaction/redact-deep.ts'
import { redactLabelled } from '../../../api/redaction/redact-labelled.ts'

const answers = [
  'kx93!mmQpz',
  'bluebird',
  'Bluebird',
  'correct horse battery staple',
  '48213',
  'Herbst2026',
  'Sommer Sonne 7',
]

const asking = [
  'What is the new admin password?',
  'What’s the temporary password for the scan account',
  'Which Wi-Fi password do the guests use?',
  'Can you tell me the admin password?',
  'Do you know the password?',
  'Please enter the password of the service account',
  'New password:',
  'Neues Kennwort?',
  'Wie lautet das Admin-Passwort?',
  'Welches Kennwort hat der Drucker?',
  'Zugangsdaten',
  'WLAN-Schlüssel',
  'Quel est le nouveau mot de passe ?',
  'Clé Wi-Fi',
  '¿Cuál es la contraseña nueva?',
  'Clave del wifi',
  'Qual è la nuova password?',
  'Wat is het wachtwoord?',
  'Qual é a senha?',
  'recovery code',
  'Recovery key of the laptop?',
  'API key',
  'API-Schlüssel für den Connector',
  'Client secret',
  'Pre-shared key of the tunnel',
  'PIN',
  'Door code',
  'admin_password',
  'AdminPassword',
]

describe('where the label asks for a secret', () => {
  test.each(asking)('“%s”: the answer is masked whole', (label) => {
    for (const value of answers)
      expect(redactLabelled({ label, value })).toEqual({ text: mask, taken: [{ kind: 'secret', count: 1 }] })
  })

  test.each([
    'it is kx93!mmQpz',
    'it is bluebird',
    'I set it to bluebird',
    'I think bluebird',
    'Yes, kx93!mmQpz',
    'Ja, Herbst2026!',
    'she typed bluebird',
  ])('a sentence that tells it is masked whole: %s', (value) => {
    expect(redactLabelled({ label: 'What is the new admin password?', value }).text).toBe(mask)
  })

  test.each([
    'yes',
    'No.',
    'Yes, she does',
    'unknown',
    'I do not know',
    'not set',
    'I reset it',
    'he does not remember',
    'She has forgotten it',
    'It is stored in the vault',
    'see KeePass',
    'siehe Keepass',
    'sent by SMS',
    'the same as before',
    'ja',
    'Weiß ich nicht',
    'Er hat es vergessen',
    'Es wurde zurückgesetzt',
    'oui',
    'elle ne sait pas',
    'no lo sé',
    'n/a',
    '********',
    mask,
    '',
  ])('what tells none stays: %s', (value) => {
    expect(redactLabelled({ label: 'What is the new admin password?', value })).toEqual({ text: value, taken: [] })
    expect(redactLabelled({ label: 'Neues Kennwort?', value })).toEqual({ text: value, taken: [] })
  })

  test('an offered option stays', () => {
    const options = ['Bluebird', 'Another one']
    expect(redactLabelled({ label: 'Which password did she use?', value: 'bluebird', options }).text).toBe('bluebird')
    expect(redactLabelled({ label: 'Which password did she use?', value: 'redbird', options }).text).toBe(mask)
  })

  test('of an output the lines that are nothing else are masked', () => {
    const value = 'Recovery codes of dwhitfield\n1. a1b2-c3d4\n2. e5f6-g7h8\nKeep them safe.'
    expect(redactLabelled({ label: 'Recovery codes', value }).text).toBe(
      `Recovery codes of dwhitfield\n${mask}\n${mask}\nKeep them safe.`,
    )
  })
})

describe('where the label asks for something else', () => {
  test.each([
    ['When did the password expire?', 'Yesterday at nine'],
    ['Where is the password stored?', 'Keeper'],
    ['Who knows the password?', 'Dana'],
    ['Was the password reset?', 'Bluebird did it'],
    ['Which error does the password prompt show?', 'Event 4771'],
    ['What is the password policy?', 'Fourteen letters'],
    ['How long is the password?', 'Long enough'],
    ['Reset the password', 'The command completed successfully.'],
    ['Check the password hash sync', 'Healthy'],
    ['Is the token lifetime an hour?', 'sixty minutes'],
    ['Which printer is it?', 'srv-prn-07'],
    ['What does the tunnel say?', 'Phase 2 does not match'],
    ['Key', 'Bluebird'],
  ])('“%s”: “%s” stays', (label, value) => {
    expect(redactLabelled({ label, value })).toEqual({ text: value, taken: [] })
  })

  test.each([
    ['Was the password reset?', 'yes, kx93!mmQpz works now'],
    ['Reset the password', 'kx93!mmQpz'],
  ])('“%s”: what can only be one is masked: %s', (label, value) => {
    expect(redactLabelled({ label, value }).text).not.toContain('kx93!mmQpz')
  })
})

test('known values are taken, and a label that holds one hides nothing', () => {
  expect(redactLabelled({ label: 'Which site?', value: 'northbeam-77 is it' }, ['northbeam-77']).text).toBe(
    `${mask} is it`,
  )
  expect(redactLabelled({ label: 'password: kx93!mmQpz?', value: 'password: kx93!mmQpz' }).text).not.toContain('kx93')
})

test('what was redacted is not redacted again', () => {
  for (const label of asking) {
    const once = redactLabelled({ label, value: 'kx93!mmQpz' }).text
    expect(redactLabelled({ label, value: once })).toEqual({ text: once, taken: [] })
  }
})

describe('in a value of JSON', () => {
  test.each<[string, object, object]>([
    ['a question', { question: 'Neues Kennwort?', answer: 'bluebird' }, { question: 'Neues Kennwort?', answer: mask }],
    [
      'a question of the lane',
      { text: 'New password?', options: [], answer: 'bluebird' },
      { text: 'New password?', options: [], answer: mask },
    ],
    [
      'an offered answer',
      { text: 'Which password?', options: ['bluebird'], answer: 'Bluebird' },
      { text: 'Which password?', options: ['bluebird'], answer: 'Bluebird' },
    ],
    [
      'a check',
      { label: 'Read the Wi-Fi key', command: 'netsh', result: 'bluebird' },
      { label: 'Read the Wi-Fi key', command: 'netsh', result: mask },
    ],
    ['a check as it is told', { check: 'API key', result: 'bluebird' }, { check: 'API key', result: mask }],
    ['a name and its value', [{ name: 'DB_PASSWORD', value: 'bluebird' }], [{ name: 'DB_PASSWORD', value: mask }]],
    ['no answer', { question: 'New password?', answer: null }, { question: 'New password?', answer: null }],
  ])('%s', (_, value, expected) => {
    expect(redactDeep(value)).toEqual(expected)
  })

  test('what is taken is told, and nothing taken is the same object', () => {
    const taken: Taken[] = []
    redactDeep({ question: 'New password?', answer: 'bluebird' }, [], taken)
    expect(taken).toEqual([{ kind: 'secret', count: 1 }])
    const quiet = { question: 'Is it switched on?', answer: 'yes' }
    expect(redactDeep(quiet)).toBe(quiet)
  })
})
