import { message, ofKind } from './promotion-case.ts'

/** Facts that say more than what an engineer wrote, or something else: none is ever to be confirmed. */
export const untrue_quotes = [
  ...ofKind('addition', [message('please look at this'), 'The customer agreed to pay for new hardware.']),
  ...ofKind(
    'negation turned',
    [message('The VPN does not work on the office Wi-Fi'), 'The VPN works on the office Wi-Fi.'],
    [
      message('The scanner stopped working after the move.', 'The scanner stopped working after the move'),
      'The scanner works after the move.',
    ],
    [
      message('Der Drucker druckt seit gestern nicht mehr.', 'Der Drucker druckt seit gestern nicht mehr'),
      'Der Drucker druckt seit gestern.',
    ],
    [message('The printer prints from Word.', 'The printer prints from Word'), 'The printer does not print from Word.'],
    [message('The agent failed to start on DC02.', 'The agent failed to start on DC02'), 'The agent started on DC02.'],
    [
      message('The laptop is disconnected from the dock.', 'The laptop is disconnected from the dock'),
      'The laptop is connected to the dock.',
    ],
  ),
  ...ofKind(
    'quantifier widened',
    [
      message('Only Dana is affected, nobody else has it', 'Only Dana is affected, nobody else'),
      'Everybody in the office is affected.',
      'Everybody is affected.',
    ],
    [
      message('Some users can’t print, the others can.', 'Some users can’t print'),
      'Users can’t print.',
      'All users can’t print.',
    ],
    [
      message('It sometimes drops in the afternoon.', 'It sometimes drops in the afternoon'),
      'It drops in the afternoon.',
    ],
    [
      message('5 of 12 laptops are on the old image.', '5 of 12 laptops are on the old image'),
      '12 laptops are on the old image.',
    ],
    [
      message('One of the printers on floor 2 is offline.', 'printers on floor 2 is offline'),
      'The printers on floor 2 are offline.',
    ],
  ),
  ...ofKind(
    'quote cut before its not',
    [
      message('The server was never restarted after the update', 'restarted after the update'),
      'The server was restarted after the update.',
    ],
    [message('I can’t say that the backup ran last night.', 'the backup ran last night'), 'The backup ran last night.'],
    [
      message('It is not true that Dana changed the password.', 'Dana changed the password'),
      'Dana changed the password.',
    ],
    [
      message('Niemand hat den Server neu gestartet.', 'hat den Server neu gestartet'),
      'Der Server wurde neu gestartet.',
    ],
    [
      message('Neither the switch nor the firewall was rebooted.', 'the firewall was rebooted'),
      'The firewall was rebooted.',
    ],
  ),
  ...ofKind(
    'question, condition or guess',
    [
      message('Was the firewall updated on Tuesday?', 'the firewall updated on Tuesday'),
      'The firewall was updated on Tuesday.',
    ],
    [message('Maybe the cable of PC-114 is loose.', 'the cable of PC-114 is loose'), 'The cable of PC-114 is loose.'],
    [message('If the cable is loose, the link drops.', 'the cable is loose'), 'The cable is loose.'],
    [message('The link drops if the cable is loose.', 'The link drops if'), 'The link drops.'],
    [
      message('It looks like the certificate has expired.', 'the certificate has expired'),
      'The certificate has expired.',
    ],
    [message('The switch is defective, I think.', 'The switch is defective'), 'The switch is defective.'],
    [message('Vielleicht ist die Lizenz abgelaufen.', 'ist die Lizenz abgelaufen'), 'Die Lizenz ist abgelaufen.'],
    [message('No idea whether Tom rebooted the server.', 'Tom rebooted the server'), 'Tom rebooted the server.'],
    [message('The antivirus could block the port.', 'block the port'), 'The antivirus blocks the port.'],
  ),
  ...ofKind('other device, person, number or time', [
    message('Mara rebooted the switch and Tom replaced the cable.', 'Tom replaced the cable'),
    'Mara replaced the cable.',
  ]),
  ...ofKind('joined with a true half', [
    message('The panel shows E-204.'),
    'The panel shows E-204, and the drum unit is worn out.',
  ]),
  ...ofKind(
    'cause invented',
    [
      message('The tunnel drops at noon. The firmware was updated on Tuesday.'),
      'The tunnel drops because the firmware was updated.',
      'The tunnel drops after the firmware was updated.',
    ],
    [
      message('Disk C: is full and the backup failed.', 'Disk C: is full and the backup failed'),
      'The backup failed because disk C: is full.',
    ],
  ),
  ...ofKind(
    'plan told as done',
    [message('I will replace the switch tomorrow.', 'replace the switch tomorrow'), 'The switch was replaced.'],
    [
      message('Tom is going to reset the password of svc_scan.', 'reset the password of svc_scan'),
      'The password of svc_scan was reset.',
    ],
    [
      message('Please restart the print server tonight.', 'restart the print server tonight'),
      'The print server was restarted tonight.',
    ],
    [
      message('The firmware should have been updated on Sunday.', 'been updated on Sunday'),
      'The firmware has been updated on Sunday.',
    ],
    [message('It used to work on Wi-Fi.', 'work on Wi-Fi.'), 'It works on Wi-Fi.'],
  ),
  ...ofKind('double negative', [
    message('It is not that the VPN does not connect.', 'the VPN does not connect'),
    'The VPN does not connect.',
  ]),
  ...ofKind(
    'others',
    [
      message(
        'Tested with another monitor: same flicker. So the monitor is fine, the dock is the thing they share.',
        'the dock is the thing they share',
      ),
      'The dock is defective.',
      'The monitor flickers because of the dock.',
    ],
    [
      message('I didn’t uninstall the print driver 3.2 from PC-22.', 'uninstall the print driver 3.2 from PC-22'),
      'The print driver 3.2 was uninstalled from PC-22.',
    ],
    [
      message('The user can’t log in to the RDS farm; the web client works for her.', 'the web client works for her'),
      'The web client can’t log in.',
      'The user can log in to the RDS farm.',
    ],
    [
      message('DNS on the laptop points to 192.168.1.1 instead of the DC.', 'DNS on the laptop points to 192.168.1.1'),
      'DNS on the laptop points to the DC.',
    ],
    [
      message(
        'All four scanners on VLAN 30 lost their lease at 02:14. The other VLANs are fine.',
        'All four scanners on VLAN 30 lost their lease',
      ),
      'All scanners lost their lease.',
      'All VLANs lost their lease at 02:14.',
    ],
    [
      message(
        'Teams: 2 of the 6 meeting rooms have no audio since the firmware 1.8 rollout.',
        '2 of the 6 meeting rooms have no audio',
      ),
      '6 meeting rooms have no audio.',
      'The meeting rooms have no audio because of the firmware 1.8 rollout.',
    ],
    [message('We could try to roll back the GPO.', 'roll back the GPO'), 'The GPO was rolled back.'],
    [
      message('Once the new switch arrives, Mia replaces the old one.', 'Mia replaces the old one'),
      'Mia replaced the old switch.',
    ],
    [message('Is it true that Dana deleted the folder?', 'Dana deleted the folder'), 'Dana deleted the folder.'],
    [
      message('do you know why the certificate was revoked', 'the certificate was revoked'),
      'The certificate was revoked.',
    ],
    [message('The customer thinks the server was hacked.', 'the server was hacked'), 'The server was hacked.'],
    [message('Worst case the RAID controller is dead.', 'the RAID controller is dead'), 'The RAID controller is dead.'],
    [message('Falls der Akku defekt ist, tauschen wir ihn.', 'der Akku defekt ist'), 'Der Akku ist defekt.'],
    [message('Der Akku dürfte defekt sein.', 'Der Akku dürfte defekt'), 'Der Akku ist defekt.'],
    [
      message('Wir haben den Router noch nicht getauscht.', 'den Router noch nicht getauscht'),
      'Der Router wurde getauscht.',
    ],
    [message('Morgen tauscht Jan den Router.', 'tauscht Jan den Router'), 'Jan hat den Router getauscht.'],
    [
      message('The firewall was updated. The VPN was not.', 'The firewall was updated. The VPN was'),
      'The VPN was updated.',
    ],
    [
      message('The user said the screen is black. I checked: it is not.', 'the screen is black'),
      'I checked that the screen is black.',
    ],
    [
      message('No, the spooler was not restarted; the server was.', 'the spooler was not restarted'),
      'The spooler was restarted.',
      'The server was not restarted.',
    ],
    [
      message('Only PC-4 has the old driver.', 'PC-4 has the old driver'),
      'All PCs have the old driver.',
      'PC-4 and PC-5 have the old driver.',
    ],
    [message('It printed yesterday. Today it does not.', 'It printed yesterday'), 'It prints today.'],
    [message('Restarting the router didn’t fix anything.', 'Restarting the router'), 'Restarting the router fixed it.'],
    [message('I can’t confirm that the license is valid.', 'the license is valid'), 'The license is valid.'],
    [message('The license is valid. Just kidding.', 'The license is valid'), 'The license is valid.'],
    [
      message('Not all of the mailboxes are migrated.', 'of the mailboxes are migrated'),
      'The mailboxes are migrated.',
      'All of the mailboxes are migrated.',
      'None of the mailboxes are migrated.',
    ],
    [
      message('Almost everyone at Coastline CPA has the new client.', 'everyone at Coastline CPA has the new client'),
      'Everyone at Coastline CPA has the new client.',
    ],
    [
      message('Dana from Acme moved the file to Tom’s share.', 'Dana from Acme moved the file to Tom’s share'),
      'Tom moved the file to Dana’s share.',
    ],
    [
      message('The MTU was changed from 1500 to 1400.', 'The MTU was changed from 1500 to 1400'),
      'The MTU was changed from 1400 to 1500.',
    ],
    [
      message('DC02 replicates from DC01 but DC01 doesn’t replicate from DC02.', 'DC02 replicates from DC01'),
      'DC01 replicates from DC02.',
    ],
  ),
]
