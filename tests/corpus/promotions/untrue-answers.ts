import { ofKind, question } from './promotion-case.ts'

/** Facts that say more than answers to questions, or something else: none is ever to be confirmed. */
export const untrue_answers = [
  ...ofKind(
    'addition',
    [
      question('Is the printer switched on?', 'yes'),
      'The customer has approved the replacement of all printers.',
      'The printer is switched on and was replaced last week.',
    ],
    [question('Since when?', 'Since Monday'), 'The firewall has been misconfigured since Monday.'],
    [question('Wer ist betroffen?', 'Frau Vogt'), 'Frau Vogt hat den Austausch des Rechners genehmigt.'],
  ),
  ...ofKind('negation turned', [
    question('Does it work on Wi-Fi?', 'No, it does not work on Wi-Fi'),
    'It works on Wi-Fi.',
  ]),
  ...ofKind(
    'quantifier widened',
    [question('Are all users affected?', 'no'), 'No users are affected.'],
    [question('Is anyone else affected?', 'yes'), 'Everyone else is affected.'],
  ),
  ...ofKind(
    'question, condition or guess',
    [question('What is the cause?', 'might be the antivirus'), 'The cause is the antivirus.'],
    [question('Is the disk full?', 'I think so'), 'The disk is full.'],
  ),
  ...ofKind('passed on', [
    question('What does the customer say?', 'Mr. Weber approved a new server on the phone'),
    'Mr. Weber approved a new laptop on the phone.',
  ]),
  ...ofKind(
    'other device, person, number or time',
    [
      question('Which users are affected?', 'Only office laptops on 10.20.0.0/22'),
      'Office laptops on 10.20.0.0/24 are affected.',
    ],
    [question('Since when?', 'since Tuesday morning'), 'Since Monday morning.'],
    [question('Does the timeout exceed the approval?', 'more than 20 seconds'), 'The timeout is 20 seconds.'],
  ),
  ...ofKind('joined with a true half', [
    question('Can Dana print from Word?', 'yes'),
    'Dana can print from Word but not from Excel.',
  ]),
  ...ofKind('cause invented', [
    question('What changed?', 'the switch was replaced'),
    'The replaced switch caused the problem.',
  ]),
  ...ofKind('plan told as done', [
    question('What is next?', 'we need to reinstall the agent on PC-7'),
    'The agent was reinstalled on PC-7.',
  ]),
  ...ofKind('double negative', [
    question('Doesn’t the scanner find the server?', 'no'),
    'The scanner finds the server.',
    'The scanner doesn’t find the server.',
  ]),
  ...ofKind(
    'no told as yes',
    [question('Was the server restarted?', 'no'), 'The server was restarted.'],
    [question('Has the licence been renewed?', 'Not yet'), 'The licence has been renewed.'],
    [question('Ist das Konto gesperrt?', 'Nein'), 'Das Konto ist gesperrt.'],
    [question('Was the server restarted since Monday?', 'no'), 'The server was never restarted.'],
  ),
  ...ofKind(
    'option not chosen',
    [
      question(
        'Which mail client is affected?',
        'Outlook classic',
        'Outlook classic',
        'New Outlook',
        'Outlook on the web',
      ),
      'New Outlook is affected.',
      'Outlook on the web is affected.',
    ],
    [
      question(
        'Does the drop follow the network or the laptop?',
        'Only on the office network',
        'Only on the office network',
        'Only certain laptops',
      ),
      'The drop follows the laptop.',
    ],
  ),
  ...ofKind(
    'yes to an or-question',
    [question('Is the drop on Wi-Fi or on cable?', 'yes'), 'The drop is on Wi-Fi.', 'The drop is on cable.'],
    [question('Was it the driver or the firmware that was updated?', 'yes'), 'The driver was updated.'],
  ),
  ...ofKind(
    'others',
    [
      question('Does the error also appear in a private window?', 'No, only in the normal window'),
      'The error appears in a private window.',
      'The error does not appear in the normal window.',
    ],
    [
      question('Is the account locked in Active Directory?', 'Yes, since 9:40'),
      'The account was locked in Active Directory by an attacker.',
      'The accounts are locked in Active Directory.',
    ],
    [
      question(
        'Which version of the agent is installed on the affected servers?',
        '5.12.1 on SRV-APP1, 5.11.0 on SRV-APP2',
      ),
      'SRV-APP1 has version 5.11.0.',
      'All servers have the agent 5.12.1.',
    ],
    [
      question('How many mailboxes are over quota?', '3'),
      '3 mailboxes were deleted.',
      'At least 3 mailboxes are over quota.',
    ],
    [
      question('Did the replacement of the cable help?', 'No'),
      'The replacement of the cable helped.',
      'No replacement of the cable was made by the customer.',
    ],
    [
      question('Is the laptop joined to Entra ID or to the domain?', 'to the domain'),
      'The laptop is joined to Entra ID.',
      'The laptop is joined to Entra ID and to the domain.',
    ],
    [
      question('Is the laptop joined to Entra ID or to the domain?', 'yes'),
      'The laptop is joined to the domain.',
      'The laptop is joined to Entra ID.',
    ],
    [
      question('Has MFA been reset for her?', 'I asked Tom to do it'),
      'MFA has been reset for her.',
      'Tom reset MFA for her.',
    ],
    [question('Has MFA been reset for her?', 'will do it after lunch'), 'MFA has been reset for her.'],
    [question('Has MFA been reset for her?', 'no idea'), 'MFA has been reset for her.'],
    [question('Has MFA been reset for her?', 'yes?'), 'MFA has been reset for her.'],
    [question('Has MFA been reset for her?', 'probably yes'), 'MFA has been reset for her.'],
    [
      question('Has MFA been reset for her?', 'Yes, I believe Tom did it'),
      'Tom reset MFA for her.',
      'MFA has been reset for her.',
    ],
    [
      question('Isn’t the port blocked on the firewall?', 'yes'),
      'The port is blocked on the firewall.',
      'The port isn’t blocked on the firewall.',
    ],
    [question('Is the time on the phone correct?', 'It is 4 minutes fast'), 'The time on the phone is correct.'],
    [question('Did anyone touch the DNS zone?', 'Jan, he is on holiday'), 'Nobody touched the DNS zone.'],
    [question('Kann Frau Brandt drucken?', 'nein'), 'Frau Brandt kann drucken.', 'Niemand kann drucken.'],
    [question('Läuft der Dienst oder ist er gestoppt?', 'ja'), 'Der Dienst läuft.', 'Der Dienst ist gestoppt.'],
    [question('What did the vendor say?', 'They will send a patch next week'), 'The vendor sent a patch.'],
    [question('Which of the two switches was replaced?', 'neither'), 'The two switches were replaced.'],
    [
      question('How long does the login take?', 'less than 2 minutes'),
      'The login takes 2 minutes.',
      'The login takes more than 2 minutes.',
    ],
  ),
]
