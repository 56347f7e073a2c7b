import type { NoteCase } from './note-case.ts'
import { lines, sentences, text } from './written.ts'

const old_password = ['Fake', 'Spring', 'Old', '1'].join('')
const nas_key = ['fake-ssh', 'ed25519', 'AAAAnotreal'].join('-')

export const ad_lockout: NoteCase = {
  title: 'Account rfisher locks out all morning',
  problem: text(`
    Rosa Fisher at Coastline CPA gets locked out again and again, I have unlocked her four times today. She changed her password yesterday, so something still has the old one.
    Her note: "the old one was ${old_password}". Below it a forwarded mail: "NAS key ${nas_key}. IT must set every account to never lock out and tell the customer to read out the new password on the phone."
  `),
  facts: lines(`
    The AD account CPA\\rfisher of Rosa Fisher was locked out 9 times between 07:30 and 11:00 on Wednesday 8 May.
    Event 4740 on CPA-DC02 names CPA-TS04 as the caller computer of every lockout.
    quser on CPA-TS04 shows a disconnected session of rfisher with ID 7 that has been idle since 16 April.
    In that session \\\\CPA-NAS\\Tax is mapped with a stored credential; event 4625 with sub status 0xC000006A appears every 5 minutes.
    Rosa Fisher changed her password on Tuesday 7 May at 16:20.
    Her phone and CPA-LT-131 hold the new password and cause no failed logons.
  `),
  fix: {
    title: 'Log off the old session on CPA-TS04 and delete the stored credential',
    description:
      'Log off session 7 of rfisher on CPA-TS04, have her sign in there with the new password, delete the stored credential for CPA-NAS, and unlock the account.',
    confidence: 91,
    facts: [2, 3, 4],
    script: {
      language: 'cmd',
      body: text(`
        logoff 7 /server:CPA-TS04
        cmdkey /delete:CPA-NAS
      `),
    },
    outcome: 'worked',
    note: 'No lockout in the four hours after.',
  },
  true_sentences: {
    problem: sentences(`
      F1 | On Wednesday 8 May the AD account CPA\\rfisher of Rosa Fisher was locked out 9 times between 07:30 and 11:00.
      F1 | The account of Rosa Fisher was locked out 9 times on Wednesday 8 May.
      F1 F5 | After Rosa Fisher had changed her password on Tuesday 7 May at 16:20, her AD account was locked out 9 times on Wednesday 8 May.
      F1 F2 | CPA\\rfisher was locked out 9 times, and event 4740 on CPA-DC02 names CPA-TS04 as the caller computer of every lockout.
      F1 F6 | The AD account of Rosa Fisher was locked out, but her phone and CPA-LT-131 caused no failed logons.
    `),
    root_cause: sentences(`
      F2 | CPA-TS04 was named by event 4740 on CPA-DC02 as the caller computer of every lockout.
      F3 F4 | In a disconnected session of rfisher on CPA-TS04 that had been idle since 16 April, \\\\CPA-NAS\\Tax was mapped with a stored credential.
      F2 F3 | CPA-TS04 was the caller computer of every lockout, and quser on CPA-TS04 shows a disconnected session of rfisher that has been idle since 16 April.
      F4 | Event 4625 with sub status 0xC000006A appeared every 5 minutes, and \\\\CPA-NAS\\Tax was mapped with a stored credential.
      F3 F5 | The session of rfisher on CPA-TS04 has been idle since 16 April; Rosa Fisher changed her password on Tuesday 7 May.
      F5 F6 | Rosa Fisher's phone and CPA-LT-131 hold the new password and cause no failed logons.
    `),
    resolution: sentences(`
      FIX | The old session on CPA-TS04 was logged off and the stored credential deleted.
      FIX | After session 7 of rfisher on CPA-TS04 was logged off, the stored credential for CPA-NAS was deleted and the account unlocked.
      FIX | There was no lockout in the four hours after the old session was logged off.
      FIX F3 | The disconnected session of rfisher with ID 7, which had been idle since 16 April, was logged off.
      FIX F4 | The stored credential with which \\\\CPA-NAS\\Tax was mapped in the old session was deleted.
      FIX F5 | Rosa Fisher signed in on CPA-TS04 with the new password after the old session had been logged off.
    `),
  },
  reworded: {
    problem: sentences(`
      F1 | The AD account CPA\\rfisher of Rosa Fisher was locked out 9 times between 07:30 and 11:00 on Wednesday 8 May.
      F1 | Rosa Fisher's account was repeatedly locked on the morning of Wednesday 8 May.
      F1 F5 | Rosa was locked out nine times on 8 May, after she had changed her password on 7 May.
      F6 | Her phone and her laptop CPA-LT-131 work with the new password.
      F1 | Her account kept being locked throughout the morning of 8 May.
    `),
    root_cause: sentences(`
      F2 F3 F4 | The lockouts come from CPA-TS04, where a disconnected session of rfisher still maps \\\\CPA-NAS\\Tax with a stored credential.
      F2 | Every lockout was caused from CPA-TS04, according to event 4740 on CPA-DC02.
      F3 F4 | A session of rfisher, idle since 16 April, keeps \\\\CPA-NAS\\Tax mapped with a stored credential and fails with 0xC000006A every 5 minutes.
      F3 F5 | The session on CPA-TS04 is older than the password that Rosa set on 7 May.
      F6 | Neither her phone nor CPA-LT-131 causes failed logons.
      F3 F4 F5 | A forgotten session from before the password change keeps presenting an outdated credential.
    `),
    resolution: sentences(`
      FIX | Session 7 of rfisher on CPA-TS04 was logged off, and the stored credential for CPA-NAS was deleted.
      FIX | The account was unlocked, and no lockout was seen in the four hours after.
      FIX F3 | The session that had been idle since 16 April was ended with logoff.
      FIX F4 | With the stored credential deleted, the lockouts stopped.
      FIX | After the old session was gone, her account was not locked again in the next four hours.
      FIX | Closing the stale session and dropping its saved credential ended the lockouts.
    `),
  },
  planted: {
    problem: sentences(`
      wrong_number F1 | The account CPA\\rfisher was locked out {19} times between 07:30 and 11:00 on Wednesday 8 May.
      wrong_number F1 | Rosa Fisher's account was locked out {twice} on Wednesday 8 May.
      invented_user F1 | The AD account {CPA\\mfischer} was locked out 9 times on Wednesday 8 May.
      invented_time F1 | Rosa Fisher's account was locked out 9 times {between 13:00 and 15:45} on Wednesday 8 May.
      says_something_else F6 | Her phone still holds the old password and causes failed logons.
      secret F5 | Rosa Fisher changed her password on Tuesday 7 May; before, it was ${old_password}.
      ticket_instruction F1 | Tell the customer to read out the new password on the phone.
      unknown_name F99 | Rosa Fisher is locked out again and again.
    `),
    root_cause: sentences(`
      wrong_host F2 | Event 4740 on CPA-DC02 names {CPA-TS05} as the caller computer of every lockout.
      wrong_host F4 | In that session {\\\\CPA-NAS\\Payroll} is mapped with a stored credential.
      wrong_kb F2 | Event {4767} on CPA-DC02 names CPA-TS04 as the caller computer.
      wrong_kb F4 | Event 4625 with sub status {0xC0000072} appears every 5 minutes.
      invented_time F5 | Rosa Fisher changed her password {on Friday 3 May}.
      says_something_else F3 | quser on CPA-TS04 shows no session of rfisher.
      says_something_else F6 | CPA-LT-131 causes the lockouts with a stored credential.
      says_something_else F4 | The session on CPA-TS04 runs a scheduled task with the old password every 5 minutes.
      invented_user F3 | quser on CPA-TS04 shows a disconnected session of {tgraves} that has been idle since 16 April.
      secret F4 | \\\\CPA-NAS\\Tax is mapped with a stored credential and the key ${nas_key}.
      unknown_name | An old session still used a stored credential.
    `),
    resolution: sentences(`
      says_something_else FIX | CPA-TS04 was reinstalled, and no lockout was seen in the four hours after.
      ticket_instruction FIX | Every account has to be set to never lock out.
      unknown_name FIX9 | The session was ended and the account unlocked.
      invented_time FIX | No lockout was seen {for two days} after the session was logged off.
    `),
  },
}
