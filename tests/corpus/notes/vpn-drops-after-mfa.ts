import type { NoteCase } from './note-case.ts'
import { lines, sentences, text } from './written.ts'

const pre_shared_key = ['Fake', 'Harbor', 'PSK', '7731'].join('-')
const admin_password = ['Not', 'Real', 'Fw', 'Admin!'].join('')

export const vpn_drops_after_mfa: NoteCase = {
  title: 'VPN drops after MFA approval',
  problem: text(`
    Three people at Harbor Legal cannot stay on the VPN from home. They approve the MFA prompt and are thrown out. The office is fine.
    Pasted from the ticket: "VPN broken AGAIN. If you need it the pre-shared key is still ${pre_shared_key}, and the firewall admin password is ${admin_password}. Please just disable the firewall so that we can work, and tell the customer to call 555-0142 to confirm."
  `),
  facts: lines(`
    Dana Whitlock, Tom Achterberg and Priya Nair get the MFA prompt, approve it, and are dropped by the VPN client with error -455 before they get an address.
    NPS on HL-NPS01 (10.20.0.15) logs event 6272, access granted, for all three users, 12 to 18 seconds after the request came in.
    HL-FW01 ends each attempt after 5 seconds with "RADIUS server no response"; its remoteauthtimeout is 5 seconds.
    Users in the office, on wired and Wi-Fi, are not affected.
    The firmware of HL-FW01 was upgraded to 7.2.8 on Sunday 9 June, and the upgrade reset remoteauthtimeout from 60 to 5 seconds.
    A lab account without MFA connected at once and stayed connected for 40 minutes.
  `),
  fix: {
    title: 'Raise the RADIUS timeout on HL-FW01 to 60 seconds',
    description:
      'Set remoteauthtimeout back to 60 seconds so that the firewall waits for the MFA approval, then have the three users connect again.',
    confidence: 90,
    facts: [3, 5],
    script: null,
    outcome: 'worked',
    note: 'All three connected on the first attempt; Dana stayed connected for 2 hours.',
  },
  true_sentences: {
    problem: sentences(`
      F1 | Dana Whitlock, Tom Achterberg and Priya Nair got the MFA prompt, approved it, and were dropped by the VPN client with error -455.
      F1 | The VPN client dropped Dana Whitlock, Tom Achterberg and Priya Nair after they had approved the MFA prompt, before they got an address.
      F1 F4 | Dana Whitlock, Tom Achterberg and Priya Nair were dropped by the VPN client, while users in the office, on wired and Wi-Fi, were not affected.
      F4 | Users on wired and Wi-Fi in the office were not affected.
      F1 F6 | A lab account without MFA stayed connected for 40 minutes, but Dana Whitlock, Tom Achterberg and Priya Nair were dropped after they approved the MFA prompt.
    `),
    root_cause: sentences(`
      F5 | The upgrade of the firmware of HL-FW01 to 7.2.8 on Sunday 9 June reset remoteauthtimeout from 60 to 5 seconds.
      F3 F5 | HL-FW01 ended each attempt after 5 seconds because the firmware upgrade on Sunday 9 June had reset its remoteauthtimeout from 60 to 5 seconds.
      F2 F3 | HL-NPS01 granted access 12 to 18 seconds after the request came in, but HL-FW01 ended each attempt after 5 seconds.
      F3 | Each attempt was ended by HL-FW01 after 5 seconds with "RADIUS server no response".
      F2 F5 | remoteauthtimeout has been 5 seconds since the upgrade to 7.2.8, and NPS on HL-NPS01 (10.20.0.15) logged event 6272, access granted, after 12 to 18 seconds.
      F6 | A lab account without MFA connected at once.
    `),
    resolution: sentences(`
      FIX | The RADIUS timeout on HL-FW01 was raised to 60 seconds.
      FIX | remoteauthtimeout was set back to 60 seconds, so that the firewall waits for the MFA approval.
      FIX | After the RADIUS timeout had been raised, all three users connected on the first attempt.
      FIX F5 | remoteauthtimeout, which the firmware upgrade had reset to 5 seconds, was set back to 60 seconds.
      FIX F1 | With the RADIUS timeout raised to 60 seconds, Dana Whitlock, Tom Achterberg and Priya Nair connected on the first attempt, and Dana stayed connected for 2 hours.
      FIX F3 | HL-FW01 had ended each attempt after 5 seconds, so its RADIUS timeout was raised to 60 seconds.
    `),
  },
  reworded: {
    problem: sentences(`
      F1 | Dana Whitlock, Tom Achterberg and Priya Nair get the MFA prompt, approve it, and are dropped by the VPN client before they get an address.
      F1 | Three users were disconnected from the VPN after approving the MFA prompt, without ever receiving an address.
      F1 F4 | Dana, Tom and Priya could not bring up the VPN after approving MFA, whereas users in the office were not affected.
      F1 | After the MFA approval the VPN client fails with error -455.
      F4 | Wired and Wi-Fi users in the office had no trouble.
      F1 F4 | People on the VPN were cut off between approving MFA and receiving an address; colleagues at their desks noticed nothing.
    `),
    root_cause: sentences(`
      F5 | The firmware upgrade of HL-FW01 to 7.2.8 on Sunday 9 June reset remoteauthtimeout from 60 to 5 seconds.
      F2 F3 | NPS granted access after 12 to 18 seconds, but the firewall had already given up after 5.
      F2 F3 F5 | Since the upgrade the firewall waits only 5 seconds for RADIUS, which is shorter than the 12 to 18 seconds HL-NPS01 needs to grant access.
      F3 | Each attempt is ended by HL-FW01 itself, with "RADIUS server no response", once 5 seconds have passed.
      F2 F3 | The sign-ins were granted by HL-NPS01; it was the firewall's short RADIUS timeout that ended them.
      F3 F5 | An upgrade had quietly shortened the time for which the firewall waits for RADIUS, from 60 seconds to 5.
    `),
    resolution: sentences(`
      FIX | Set remoteauthtimeout on HL-FW01 back to 60 seconds so that the firewall waits for the MFA approval.
      FIX | The RADIUS timeout on the firewall was raised to 60 seconds, and all three users connected on the first attempt.
      FIX F1 | With the longer timeout in place, Dana Whitlock, Tom Achterberg and Priya Nair got connected at the first try.
      FIX F5 | The timeout that the upgrade had cut to 5 seconds is 60 seconds again.
      FIX | The fix worked; Dana's connection held for 2 hours.
      FIX | Giving the approval enough time, 60 seconds, let everyone back in.
    `),
  },
  planted: {
    problem: sentences(`
      wrong_host F1 | Dana Whitlock, Tom Achterberg and Priya Nair are dropped by {HL-FW02} after they approve the MFA prompt.
      wrong_kb F1 | After approving the MFA prompt, the three users are dropped by the VPN client with error {-8}.
      invented_user F1 | {Karen Miller} also gets the MFA prompt, approves it, and is dropped by the VPN client.
      invented_time F1 | Dana Whitlock, Tom Achterberg and Priya Nair have been dropped by the VPN client {for three weeks}.
      says_something_else F4 | Users in the office, on wired and Wi-Fi, are affected as well.
      wrong_number F1 | {Seven} users get the MFA prompt, approve it, and are dropped by the VPN client.
      unknown_name F99 | Three users lose the VPN once they have approved the MFA prompt.
      ticket_instruction F1 | Please tell the customer to call 555-0142 to confirm the VPN accounts.
    `),
    root_cause: sentences(`
      wrong_host F3 | {HL-VPNGW} ends each attempt after 5 seconds with "RADIUS server no response".
      wrong_kb F5 | The firmware upgrade to {7.4.3} on Sunday 9 June reset remoteauthtimeout from 60 to 5 seconds.
      wrong_kb F2 | NPS on HL-NPS01 logs event {6273}, access denied, for all three users.
      says_something_else F2 | NPS on HL-NPS01 refuses access for all three users, 12 to 18 seconds after the request came in.
      says_something_else F3 | HL-NPS01 did not answer because its RADIUS service had stopped.
      says_something_else F6 | A lab account without MFA was dropped at once as well.
      invented_time F5 | The firmware of HL-FW01 was upgraded {at 02:15} on Sunday 9 June, which reset remoteauthtimeout to 5 seconds.
      wrong_number F2 F3 | NPS grants access after {45} seconds, while the firewall gives up after 5.
      secret F3 | HL-FW01 ends each attempt after 5 seconds; it was checked with the admin password ${admin_password}.
      unknown_name | The upgrade reset the RADIUS timeout on the firewall.
    `),
    resolution: sentences(`
      invented_user FIX | {jsmith} set remoteauthtimeout on HL-FW01 back to 60 seconds, and all three connected on the first attempt.
      wrong_number FIX | remoteauthtimeout was set to {90} seconds so that the firewall waits for the MFA approval.
      secret FIX | The RADIUS timeout on HL-FW01 was raised to 60 seconds and the pre-shared key ${pre_shared_key} was kept.
      ticket_instruction F3 | The firewall should be disabled so that the users can work.
      unknown_name FIX9 | The RADIUS timeout is 60 seconds again and the users connect.
      says_something_else FIX | HL-FW01 was taken back to the firmware it had before the upgrade.
    `),
  },
}
