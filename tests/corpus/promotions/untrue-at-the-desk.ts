import { check, message, ofKind, question } from './promotion-case.ts'

const ticket =
  'Hi support, our label printer in aisle 4 prints blank labels since the weekend. A colleague changed the ribbon but it did not help. The scale next to it shows error 7 too. Regards, Tariq'

/** Facts that say more than their source, or something else, from a second round of tickets. */
export const untrue_at_the_desk = ofKind(
  'second round',
  [
    question('Is the issue limited to one VLAN?', 'Yes, VLAN 40'),
    'The issue is in every VLAN.',
    'VLAN 40 is misconfigured.',
  ],
  [
    question('Do the phones register after a reboot?', 'no they don’t'),
    'The phones register after a reboot.',
    'After a reboot the phones register.',
    'The phones do not work.',
  ],
  [question('Was the RAID rebuilt?', 'it is being rebuilt'), 'The RAID was rebuilt.'],
  [question('Was the RAID rebuilt?', 'almost'), 'The RAID was rebuilt.'],
  [question('Was the RAID rebuilt?', 'Not that I know of'), 'The RAID was rebuilt.', 'The RAID was not rebuilt.'],
  [question('Was the RAID rebuilt?', 'yes, if the dashboard is right'), 'The RAID was rebuilt.'],
  [question('Can you rule out the cable?', 'no'), 'The cable is the cause.'],
  [question('Would a reboot help?', 'yes'), 'A reboot helped.'],
  [question('Should we reset the password of ldap_sync?', 'Yes'), 'The password of ldap_sync was reset.'],
  [question('Is the disk more than 90 % full?', 'yes'), 'The disk is 90 % full.', 'The disk is full.'],
  [question('Who reported it?', 'Dana, about Tom’s PC'), 'Tom reported it.'],
  [question('Which sites are down?', 'Bremen, maybe Kiel'), 'Kiel is down.', 'Bremen and Kiel are down.'],
  [question('Which sites are down?', 'all but Bremen'), 'Bremen is down.', 'All sites are down.'],
  [
    question('Is the guest Wi-Fi affected as well?', 'Yes, sometimes'),
    'The guest Wi-Fi is always affected.',
    'The guest Wi-Fi is affected as well.',
  ],
  [question('Was the update installed?', 'scheduled for tonight'), 'The update was installed.'],
  [question('Was the update installed?', 'Ich denke schon'), 'The update was installed.'],
  [question('What could cause the reboot?', 'the power supply'), 'The power supply causes the reboot.'],
  [check('Check whether port 3389 is open on RDS-01', 'closed'), 'Port 3389 is open on RDS-01.'],
  [check('Test the UPS', 'Result: PASS\nBattery: 11 % (should be above 90 %)'), 'The battery is above 90 %.'],
  [check('Compare the hashes', 'expected: 9f2c\nactual:   77ab'), 'The hash is 9f2c.'],
  [
    check(
      'Show the adapters',
      'Name      Status        LinkSpeed\nEthernet  Up            1 Gbps\nWi-Fi     Disconnected  0 bps',
    ),
    'Wi-Fi is up.',
    'Wi-Fi has 1 Gbps.',
  ],
  [
    check('Look for event 4740', 'No events were found that match the specified selection criteria.'),
    'Event 4740 was found.',
    'Events were found.',
  ],
  [check('Check the free space on D:', '14 GB free of 2 TB'), 'D: has 2 TB free.'],
  [
    check(
      'Show the DHCP scopes',
      'ScopeId      Name      State   PercentageInUse\n10.40.0.0    Clients   Active  98\n10.41.0.0    Phones    Active  35',
    ),
    'All scopes are active at 98.',
    'The scope Phones is full.',
  ],
  [
    check(
      'Get-Service',
      'Status   Name     DisplayName\nStopped  MSSQL    SQL Server\nRunning  SQLAGENT SQL Server Agent',
    ),
    'MSSQL is running.',
  ],
  [message('I moved the AP in room 12 from channel 36 to 44.'), 'The AP in room 12 was moved from channel 44 to 36.'],
  [
    message('The share opens by IP but not by name.'),
    'The share opens by name.',
    'The share does not open by IP.',
    'The share does not open.',
  ],
  [
    message('Neither of them has the new root certificate.', 'has the new root certificate'),
    'Both have the new root certificate.',
  ],
  [
    message('Jan forgot to renew the domain.', 'renew the domain.'),
    'Jan renewed the domain.',
    'The domain was renewed.',
  ],
  [message('Before the mailbox was deleted we stopped Jan.', 'the mailbox was deleted'), 'The mailbox was deleted.'],
  [
    message('Kim and Lee share PC-9. Kim’s profile is corrupt.', 'Kim’s profile is corrupt'),
    'Lee’s profile is corrupt.',
    'The profiles on PC-9 are corrupt.',
  ],
  [message('SRV-A pings SRV-B.'), 'SRV-B pings SRV-A.'],
  [message('The new switch replaced the old one because of noise.'), 'The old switch replaced the new one.'],
  [
    message('I watched it happen: Excel hangs when she saves to the share.', 'Excel hangs when she saves to the share'),
    'Excel hangs.',
    'She saves to the share.',
  ],
  [
    message(
      'The certificate on MX1 expired yesterday. The one on MX2 is valid.',
      'The certificate on MX1 expired yesterday.',
    ),
    'The certificates expired yesterday.',
  ],
  [message('Had Tom pulled the plug, the UPS would beep.', 'Tom pulled the plug'), 'Tom pulled the plug.'],
  [message('Tom wanted to pull the plug.', 'pull the plug.'), 'Tom pulled the plug.'],
  [
    message('Less than half of the backups ran.', 'half of the backups ran'),
    'Half of the backups ran.',
    'The backups ran.',
  ],
  [message('The service only crashes under load.', 'crashes under load'), 'The service crashes.'],
  [message('Jan almost deleted the mailbox.', 'deleted the mailbox'), 'Jan deleted the mailbox.'],
  [message('The drive is unencrypted.'), 'The drive is encrypted.'],
  [message('The account lacks a mailbox.'), 'The account has a mailbox.'],
  [message(ticket, 'A colleague changed the ribbon but it did not help', ticket), 'A colleague changed the ribbon.'],
  [
    message(
      'label printer in aisle 4 prints\nblank labels\nsince the weekend',
      'prints blank labels since the weekend',
      ticket,
    ),
    'The label printer prints blank labels since the weekend.',
  ],
  [
    message(
      '-----Original Message-----\nFrom: Petra Klein\nTo: Support\nSubject: Lobby\n\nThe lobby printer was stolen.',
      'The lobby printer was stolen.',
    ),
    'The lobby printer was stolen.',
  ],
)
