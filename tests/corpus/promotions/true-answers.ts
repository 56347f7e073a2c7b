import { ofKind, question } from './promotion-case.ts'

/** Facts that say what answers to questions say, in their words: they are to be confirmed. */
export const true_answers = [
  ...ofKind(
    'yes',
    [question('Is the printer switched on?', 'yes'), 'The printer is switched on.'],
    [question('Does the VPN connect over a phone hotspot?', 'Yes'), 'The VPN connects over a phone hotspot.'],
    [
      question('Have other users at Harbor Legal reported slow logons since Monday?', 'yes, two'),
      'Two other users at Harbor Legal have reported slow logons since Monday.',
    ],
    [
      question('Was the firmware of FW01 updated before the drops began?', 'Yes, on Tuesday night'),
      'The firmware of FW01 was updated on Tuesday night, before the drops began.',
    ],
    [
      question('Can Dana open the shared mailbox in Outlook on the web?', 'yes she can'),
      'Dana can open the shared mailbox in Outlook on the web.',
    ],
    [question('Ist der Drucker im Netz erreichbar?', 'Ja'), 'Der Drucker ist im Netz erreichbar.'],
    [question('Are all users of the warehouse affected?', 'yes'), 'All users of the warehouse are affected.'],
    [question('Is BitLocker enabled on C:?', 'Yes.'), 'BitLocker is enabled on C:.'],
  ),
  ...ofKind(
    'no',
    [question('Does it work on Wi-Fi?', 'No'), 'It does not work on Wi-Fi.'],
    [question('Does it work on Wi-Fi?', 'No, it does not work on Wi-Fi'), 'It does not work on Wi-Fi.'],
    [question('Has anybody changed the password of svc_scan?', 'no'), 'Nobody has changed the password of svc_scan.'],
    [question('Are other users affected?', 'No, only Dana'), 'No other users are affected.', 'Only Dana is affected.'],
    [
      question('Wurde der Server nach dem Update neu gestartet?', 'Nein'),
      'Der Server wurde nach dem Update nicht neu gestartet.',
    ],
    [question('Does the dock show up in Device Manager?', 'nope'), 'The dock does not show up in Device Manager.'],
  ),
  ...ofKind(
    'option',
    [
      question(
        'Does the drop follow the network or the laptop?',
        'Only on the office network',
        'Only on the office network',
        'Only certain laptops',
        'Everyone, everywhere',
      ),
      'The drop happens only on the office network.',
    ],
    [
      question(
        'How long after the MFA approval does it drop?',
        'About a minute',
        'Right at the approval',
        'About a minute',
        'Irregular',
      ),
      'It drops about a minute after the MFA approval.',
    ],
    [
      question(
        'What changed just before it started?',
        'Firewall or gateway firmware',
        'Firewall or gateway firmware',
        'MFA policy',
      ),
      'Firewall or gateway firmware changed just before it started.',
    ],
    [
      question('Which mail client is affected?', 'Outlook classic', 'Outlook classic', 'New Outlook', 'Both'),
      'Outlook classic is affected.',
    ],
  ),
  ...ofKind(
    'free answer',
    [
      question('Which users are affected?', 'Only office laptops on 10.20.0.0/22, home users are fine'),
      'Only office laptops on 10.20.0.0/22 are affected.',
      'Home users are not affected.',
      'Home users are fine.',
    ],
    [
      question('How long after the MFA approval does it drop?', 'about 40-60 s'),
      'The drop comes 40–60 s after the MFA approval.',
    ],
    [
      question('What changed before it started?', 'Firmware 7.4.3 on FW01, Tuesday 22:15'),
      'Firmware 7.4.3 changed on FW01 on Tuesday at 22:15, before it started.',
    ],
    [question('Since when does the scanner fail?', 'Monday 3 June'), 'The scanner has failed since Monday 3 June.'],
    [
      question('Which error does OneDrive show?', '0x8004de40, then it signs out'),
      'OneDrive shows error 0x8004de40.',
      'OneDrive shows error 0x8004de40, then it signs out.',
    ],
    [question('Who can’t sign in?', 'Tom Becker and Lena Vogt'), 'Tom Becker and Lena Vogt can’t sign in.'],
    [
      question('How much space is left on the file server?', 'C: has 1.2 GB free of 120 GB'),
      'C: on the file server has 1.2 GB free of 120 GB.',
    ],
    [
      question('Welche Fehlermeldung zeigt der Drucker?', 'Papierstau in Fach 2'),
      'Der Drucker zeigt die Fehlermeldung Papierstau in Fach 2.',
    ],
    [
      question('Where does the backup job stop?', 'It stops at 43 % on SRV-FS01 with a VSS timeout'),
      'The backup job stops at 43 % on SRV-FS01 with a VSS timeout.',
    ],
    [
      question('What does the user see after the sign-in?', 'A black screen for two minutes, then the desktop'),
      'After the sign-in the user sees a black screen for two minutes, then the desktop.',
    ],
    [
      question('Which DNS servers does the laptop use?', '8.8.8.8 and 1.1.1.1'),
      'The laptop uses the DNS servers 8.8.8.8 and 1.1.1.1.',
    ],
    [question('Who else is affected?', 'Nobody'), 'Nobody else is affected.'],
  ),
  ...ofKind(
    'others',
    [
      question('Does the error also appear in a private window?', 'No, only in the normal window'),
      'The error appears only in the normal window.',
    ],
    [
      question('Is the account locked in Active Directory?', 'Yes, since 9:40'),
      'The account is locked in Active Directory since 9:40.',
      'The account is locked in Active Directory.',
    ],
    [
      question(
        'Which version of the agent is installed on the affected servers?',
        '5.12.1 on SRV-APP1, 5.11.0 on SRV-APP2',
      ),
      'The agent on SRV-APP1 is version 5.12.1.',
      'SRV-APP2 has version 5.11.0 of the agent.',
    ],
    [
      question('How many mailboxes are over quota?', '3'),
      '3 mailboxes are over quota.',
      'Three mailboxes are over quota.',
    ],
    [question('Did the replacement of the cable help?', 'No'), 'The replacement of the cable did not help.'],
    [
      question('What happens when the user opens a PDF?', 'Acrobat closes after about 5 seconds without an error'),
      'Acrobat closes after about 5 seconds without an error when the user opens a PDF.',
    ],
    [
      question('Seit wann tritt der Fehler auf?', 'seit dem Update am 12. November'),
      'Der Fehler tritt seit dem Update am 12. November auf.',
    ],
    [
      question('Können andere Benutzer drucken?', 'Ja, alle außer Frau Brandt'),
      'Alle Benutzer außer Frau Brandt können drucken.',
    ],
    [
      question('Is the laptop joined to Entra ID or to the domain?', 'to the domain'),
      'The laptop is joined to the domain.',
    ],
    [question('Which switch port is the phone on?', 'Gi1/0/24 on SW-FL2'), 'The phone is on port Gi1/0/24 of SW-FL2.'],
    [question('Has MFA been reset for her?', 'yes, this morning by Tom'), 'MFA was reset for her this morning by Tom.'],
    [question('Is the time on the phone correct?', 'It is 4 minutes fast'), 'The time on the phone is 4 minutes fast.'],
  ),
]
