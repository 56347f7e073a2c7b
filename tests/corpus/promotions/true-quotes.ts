import { message, ofKind } from './promotion-case.ts'

/** Facts that say what what an engineer wrote say, in their words: they are to be confirmed. */
export const true_quotes = [
  ...ofKind(
    'quote',
    [
      message(
        'Since yesterday the VPN connects, users approve the MFA prompt, and about a minute later it drops. Home users are fine.',
        'about a minute later it drops',
      ),
      'About a minute later the VPN drops.',
    ],
    [
      message('NPS says reason code 22. Firmware on the firewall went in Tuesday night.', 'NPS says reason code 22.'),
      'NPS reports reason code 22.',
    ],
    [
      message('The VPN does not work on the office Wi-Fi', 'does not work on the office Wi-Fi'),
      'The VPN does not work on the office Wi-Fi.',
    ],
    [message('Only Dana is affected, nobody else has it.', 'Only Dana is affected'), 'Only Dana is affected.'],
    [
      message(
        'I rebooted the switch in the comms room and the phones came back.',
        'rebooted the switch in the comms room',
      ),
      'The switch in the comms room was restarted.',
      'The phones came back.',
    ],
    [
      message('The toner is new, the tray is full, and the panel shows E-204.', 'the panel shows E-204'),
      'The panel shows E-204.',
    ],
    [
      message('Restarting the spooler did not help. Could it be the driver?', 'Restarting the spooler did not help'),
      'Restarting the spooler did not help.',
    ],
    [
      message(
        'It’s the dock — with the charger plugged in directly the laptop charges.',
        'with the charger plugged in directly the laptop charges',
      ),
      'With the charger plugged in directly, the laptop charges.',
    ],
    [
      message(
        'Der Server SRV-FS01 wurde nach dem Update nie neu gestartet.',
        'wurde nach dem Update nie neu gestartet',
      ),
      'SRV-FS01 wurde nach dem Update nie neu gestartet.',
    ],
    [message('Some users can’t print, the others can.', 'Some users can’t print'), 'Some users can’t print.'],
    [
      message('Outlook works on the phone but not on the laptop.', 'Outlook works on the phone'),
      'Outlook works on the phone.',
    ],
    [
      message(
        'The drop happens after the MFA approval, maybe it is the firewall.',
        'The drop happens after the MFA approval',
      ),
      'The drop happens after the MFA approval.',
    ],
    [
      message('5 of 12 laptops are on the old image.', '5 of 12 laptops are on the old image'),
      '5 of 12 laptops are on the old image.',
    ],
    [
      message('We replaced the cable of PC-114 this morning. The link is stable now.'),
      'The cable of PC-114 was replaced this morning.',
      'The link is stable now.',
    ],
    [
      message('Tom will swap the dock tomorrow.', 'Tom will swap the dock tomorrow'),
      'Tom will swap the dock tomorrow.',
    ],
  ),
  ...ofKind(
    'others',
    [
      message(
        'Tested with another monitor: same flicker. So the monitor is fine, the dock is the thing they share.',
        'Tested with another monitor: same flicker',
      ),
      'The flicker is the same with another monitor.',
    ],
    [
      message(
        'ok so I uninstalled the print driver 3.2 from PC-22 and installed 4.0, test page came out',
        'uninstalled the print driver 3.2 from PC-22 and installed 4.0',
      ),
      'The print driver 3.2 was uninstalled from PC-22 and 4.0 was installed.',
      'The test page came out.',
    ],
    [
      message('The user can’t log in to the RDS farm; the web client works for her.', 'can’t log in to the RDS farm'),
      'The user can’t log in to the RDS farm.',
    ],
    [
      message(
        'DNS on the laptop points to 192.168.1.1 instead of the DC.',
        'DNS on the laptop points to 192.168.1.1 instead of the DC',
      ),
      'DNS on the laptop points to 192.168.1.1.',
      'DNS on the laptop points to 192.168.1.1 instead of the DC.',
    ],
    [
      message(
        'Die Datensicherung von gestern Nacht ist fehlgeschlagen, die davor lief durch.',
        'Die Datensicherung von gestern Nacht ist fehlgeschlagen',
      ),
      'Die Datensicherung von gestern Nacht ist fehlgeschlagen.',
    ],
    [
      message(
        'All four scanners on VLAN 30 lost their lease at 02:14. The other VLANs are fine.',
        'All four scanners on VLAN 30 lost their lease at 02:14.',
      ),
      'All four scanners on VLAN 30 lost their lease at 02:14.',
      'The other VLANs are fine.',
    ],
    [
      message(
        'Rolled back the GPO “Drive Maps v2” and after gpupdate the drives are back.',
        'Rolled back the GPO "Drive Maps v2"',
      ),
      'The GPO “Drive Maps v2” was rolled back.',
      'After gpupdate the drives are back.',
    ],
    [
      message(
        'Nothing is in the quarantine, and the message trace says delivered.',
        'the message trace says delivered',
      ),
      'The message trace says delivered.',
      'Nothing is in the quarantine.',
    ],
    [
      message(
        'Hi, she is at home today.\nThe laptop has 4 GB of RAM and the disk is at 100 % all the time.',
        'The laptop has 4 GB of RAM',
      ),
      'The laptop has 4 GB of RAM.',
      'The disk is at 100 % all the time.',
    ],
    [
      message(
        'Teams: 2 of the 6 meeting rooms have no audio since the firmware 1.8 rollout.',
        '2 of the 6 meeting rooms have no audio',
      ),
      '2 of the 6 meeting rooms have no audio since the firmware 1.8 rollout.',
    ],
    [
      message(
        'I called Petra. She logged on to RDS-02 and there the booking tool starts.',
        'there the booking tool starts',
        'Hello team, since this morning nobody at reception can open the booking tool. The error says "license server not found". We already restarted both PCs twice. Please treat as urgent, Mrs. Klein is waiting in the lobby. Kind regards, Petra',
      ),
      'The booking tool starts on RDS-02.',
    ],
  ),
]
