import { describe, expect, it } from 'vitest'
import { knownProblems } from '../../../api/practice-model/known-problems.ts'
import { recognise } from '../../../api/practice-model/recognise.ts'
import { PracticeSession } from './practice-session.ts'

const { state } = new PracticeSession()
const nameOf = (...words: string[]) => recognise(knownProblems, { words, replies: [], state })?.name ?? 'anything else'

describe('a problem is recognised in the engineer’s own words', () => {
  it.each([
    ['VPN drops after MFA', 'vpn-after-mfa'],
    ['Home users get kicked off the FortiClient after approving', 'vpn-after-mfa'],
    ['Outlook asks for password again', 'outlook-sign-in-loop'],
    ['outlook login prompt keeps coming back at Harbor Legal', 'outlook-sign-in-loop'],
    ['HP printer offline in reception', 'printing'],
    ['Nobody can print, spooler crashes', 'printing'],
    ['Scan-to-email stopped on MFP-2', 'scan-to-mail'],
    ['The copier can no longer scan to mail', 'scan-to-mail'],
    ['C: drive full on ACME-FS01', 'disk-full'],
    ['server is out of disk space', 'disk-full'],
    ['AD account keeps locking out', 'ad-lockout'],
    ['Mara’s account gets locked out every hour', 'ad-lockout'],
    ['DNS resolution fails for internal names', 'dns'],
    ['nslookup timeouts from the Boston office', 'dns'],
    ['Wi-Fi drops on laptops at Coastline CPA', 'wifi'],
    ['staff cannot join the SSID', 'wifi'],
    ['Backup job fails with VSS timeout', 'backup-vss'],
    ['Veeam: VSS writer failed', 'backup-vss'],
    ['User got a new phone and MFA does not work', 'mfa'],
    ['Authenticator codes rejected', 'mfa'],
    ['OneDrive stuck syncing', 'onedrive-sync'],
    ['OneDrive sync error', 'onedrive-sync'],
    ['DC02 replication warning', 'ad-replication'],
    ['repadmin says 8524 on one domain controller', 'ad-replication'],
  ])('%s → %s', (words, name) => expect(nameOf(words)).toBe(name))

  it.each([
    'New user onboarding for Coastline CPA on Monday',
    'Excel macro crashes on open',
    'The phones have no dial tone',
    'Quote for three new monitors',
    'Please renew the printer contract',
    'Virus scan of an e-mail attachment',
    'The door badge system locks everyone out of the building',
    'Set up a VPN for a new office',
    'Which Wi-Fi phones do we recommend?',
    'SQL replication is late',
    'thanks!',
  ])('%s → anything else', (words) => expect(nameOf(words)).toBe('anything else'))
})

describe('the problem of a conversation', () => {
  it('is the earliest that was recognised, also when it came after some small talk', () => {
    expect(nameOf('Good morning', 'VPN drops after MFA', 'and the VPN drops again')).toBe('vpn-after-mfa')
  })

  it('changes while nothing has been answered, when another one is clearly described', () => {
    expect(nameOf('VPN drops after MFA', 'Sorry, wrong ticket: backup job fails with a VSS writer error')).toBe(
      'backup-vss',
    )
  })

  it('stays once the lane has an answer', () => {
    const answered = { ...state, answered_questions: [{ id: '1', text: 'Who?', answer: 'Everyone' }] }
    const words = ['VPN drops after MFA', 'By the way, their backup job fails with a VSS writer error']
    expect(recognise(knownProblems, { words, replies: [], state: answered })?.name).toBe('vpn-after-mfa')
  })

  it('does not change for a word of another problem', () => {
    expect(nameOf('VPN drops after MFA', 'DNS is fine there')).toBe('vpn-after-mfa')
  })
})
