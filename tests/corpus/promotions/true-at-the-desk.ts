import { check, message, ofKind, question } from './promotion-case.ts'

const ticket =
  'Hi support, our label printer in aisle 4 prints blank labels since the weekend. A colleague changed the ribbon but it did not help. Regards, Tariq'
const account =
  'Name              : jkruse\nEnabled           : False\nPasswordExpired   : True\nLastLogonDate     : 02.11.2026 08:12'

/** Facts that say what their source says, from a second round of tickets. */
export const true_at_the_desk = ofKind(
  'second round',
  [question('Is the issue limited to one VLAN?', 'Yes, VLAN 40'), 'The issue is limited to VLAN 40.'],
  [
    question('Do the phones register after a reboot?', 'no they don’t'),
    'The phones do not register after a reboot.',
    'After a reboot the phones don’t register.',
  ],
  [
    question('Has the user tried another browser?', 'Yes, same result in Edge and Firefox'),
    'The result is the same in Edge and Firefox.',
  ],
  [
    question('When was the last good backup of SRV-SQL02?', '24 November, 23:10'),
    'The last good backup of SRV-SQL02 was on 24 November at 23:10.',
  ],
  [question('How many licences are free?', 'none'), 'No licences are free.'],
  [question('What does the LED on the UPS show?', 'solid red'), 'The LED on the UPS shows solid red.'],
  [
    question('Ist der Benutzer in der Gruppe VPN-Users?', 'nein, nur in VPN-Test'),
    'Der Benutzer ist nicht in der Gruppe VPN-Users.',
    'Der Benutzer ist nur in der Gruppe VPN-Test.',
  ],
  [
    question('Is the OneDrive client signed in?', 'No - it shows "Sign in" in the tray'),
    'The OneDrive client is not signed in.',
    'The OneDrive client shows “Sign in” in the tray.',
  ],
  [
    question('Did the spooler restart clear the queue?', 'It did, 14 jobs were deleted'),
    'The spooler restart cleared the queue.',
    '14 jobs were deleted.',
  ],
  [
    question('Does the user have a second monitor?', 'no'),
    'The user does not have a second monitor.',
    'The user has no second monitor.',
  ],
  [
    question('Who changed the mail flow rule?', 'Sofia, on Friday evening'),
    'Sofia changed the mail flow rule on Friday evening.',
  ],
  [question('How many PCs still have build 22H2?', 'eleven'), '11 PCs still have build 22H2.'],
  [
    question('Where does the traceroute stop?', 'At hop 4, 198.51.100.9'),
    'The traceroute stops at hop 4, 198.51.100.9.',
  ],
  [
    question('Funktioniert die Anmeldung am Terminalserver?', 'Nein, Fehler 0xC000006D'),
    'Die Anmeldung am Terminalserver funktioniert nicht.',
  ],
  [
    check(
      'ipconfig on the affected PC',
      'IPv4 Address. . . . . . . . . . . : 169.254.12.9\nSubnet Mask . . . . . . . . . . . : 255.255.0.0',
    ),
    'The affected PC has the IPv4 address 169.254.12.9.',
  ],
  [check('Check whether port 3389 is open on RDS-01', 'open'), 'Port 3389 is open on RDS-01.'],
  [check('Check whether port 3389 is open on RDS-01', 'no'), 'Port 3389 is not open on RDS-01.'],
  [check('Get-ADUser jkruse', account), 'The user jkruse is not enabled.', 'The password of jkruse has expired.'],
  [check('Netzwerkkabel am Switch prüfen', 'Kabel an Port 17 war lose, jetzt fest'), 'Das Kabel an Port 17 war lose.'],
  [check('Check the free space on D:', '14 GB free of 2 TB'), 'D: has 14 GB free of 2 TB.', '14 GB are free on D:.'],
  [check('Test-ComputerSecureChannel', 'False'), 'Test-ComputerSecureChannel: False'],
  [
    check(
      'Show the DHCP scopes',
      'ScopeId      Name      State   PercentageInUse\n10.40.0.0    Clients   Active  98\n10.41.0.0    Phones    Active  35',
    ),
    'The scope Phones is active.',
  ],
  [
    check('Read the Exchange queue', 'Status: Retry\nMessageCount: 212\nLastError: 4.4.1 connection timed out'),
    'The last error is 4.4.1 connection timed out.',
  ],
  [message('I moved the AP in room 12 from channel 36 to 44.'), 'The AP in room 12 was moved from channel 36 to 44.'],
  [message('The share opens by IP but not by name.'), 'The share opens by IP.', 'The share does not open by name.'],
  [
    message(
      'He says locked. I called Frau Adler: sending works, only receiving is broken.',
      'sending works, only receiving is broken',
    ),
    'Only receiving is broken.',
  ],
  [
    message('The old NAS was retired in March; all data is on SRV-FS02 now.', 'The old NAS was retired in March'),
    'The old NAS was retired in March.',
    'All data is on SRV-FS02 now.',
  ],
  [
    message(
      'Cleared the print queue on PS02; 3 jobs from 8:15 were stuck in there.',
      'Cleared the print queue on PS02',
    ),
    'The print queue on PS02 was cleared.',
  ],
  [
    message('The RDS licence server runs on SRV-LIC and has 20 of 25 licences in use.', '20 of 25 licences in use'),
    'The RDS licence server has 20 of 25 licences in use.',
  ],
  [
    message(
      'I watched it happen: Excel hangs for 30 seconds when she saves to the share.',
      'Excel hangs for 30 seconds when she saves to the share',
    ),
    'Excel hangs for 30 seconds when she saves to the share.',
  ],
  [
    message('MAC 00:1a:2b:3c:4d:5e is on port 12, VLAN 20.', 'MAC 00:1a:2b:3c:4d:5e is on port 12'),
    'MAC 00:1a:2b:3c:4d:5e is on port 12.',
  ],
  [
    message('After I disabled IPv6 on the adapter the share opened at once.'),
    'The share opened at once after IPv6 was disabled on the adapter.',
  ],
  [
    message(`${ticket}\n\nI have been there: the print head has a crack.`, 'the print head has a crack', ticket),
    'The print head has a crack.',
  ],
  [message('Sadly the NAS has no snapshots.', 'the NAS has no snapshots'), 'The NAS has no snapshots.'],
)
