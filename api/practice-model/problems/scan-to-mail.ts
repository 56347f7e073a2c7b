import { allowSmtpAuth, letConnectorKnowAddress, openSmtpPath } from '../fixes/scan-to-mail.ts'
import { defineProblem, OWN_WORDS, sign } from '../problem.ts'

export const scanToMail = defineProblem({
  name: 'scan-to-mail',
  keywords: [
    {
      like: /(?<!virus |malware |vulnerability |security |port )\bscan(?:s|ner|ners|ning)?\b|\bmfp\b|\bcopier\b|multifunction/i,
      weight: 2,
    },
    { like: /\b(?:e-?mails?|mail|smtp)\b/i, weight: 1 },
    { like: /scan[- ]to[- ](?:e-?)?mail|\b535\b|5\.7\.\d+/i, weight: 2 },
  ],
  opening: {
    prose: `A device that has scanned to mail for years and stops has usually lost one of three things: the **right to sign in** (535), the **address it is known by** (550 5.7.64), or the **way out** (no answer at all). The device’s own log names the code, and the code names the cause.

Get that code first; everything else is guessing.`,
    questions: ['code', 'method'],
    checks: ['path', 'smtp_auth'],
  },
  questions: {
    code: {
      text: 'Which error does the device log for a failed scan?',
      context: 'In its web page: job log, communication report or e-mail test.',
      topic: 'Error in the device’s log',
      options: {
        '535 authentication unsuccessful': OWN_WORDS,
        '550 5.7.64 TenantAttribution or relay denied': OWN_WORDS,
        'Timeout or cannot connect': OWN_WORDS,
        'TLS or certificate error': 'The device logs a TLS or certificate error',
      },
    },
    method: {
      text: 'How does the device send?',
      topic: 'How the device sends',
      options: {
        'Signs in to smtp.office365.com': 'The device signs in to smtp.office365.com',
        'Relays through a connector, without sign-in': 'The device relays through a connector, without sign-in',
        'Through a local or third-party relay': 'The device sends through a local or third-party relay',
      },
    },
    changed: {
      text: 'What changed shortly before?',
      topic: 'Change shortly before',
      options: {
        'Internet line or public address': 'The internet line or public address was changed shortly before',
        'Firewall or network': 'The firewall or the network was changed shortly before',
        'Password, MFA or tenant security': OWN_WORDS,
        'Nothing known': null,
      },
    },
  },
  checks: {
    path: {
      label: 'Test the way to the mail server from the device’s network',
      command:
        'Test-NetConnection smtp.office365.com -Port 587; Test-NetConnection "$(Read-Host "Tenant, as in tenant.mail.protection.outlook.com").mail.protection.outlook.com" -Port 25',
      description: 'From a PC in the same VLAN as the device. 587 is for sign-in, 25 for a connector.',
      topic: 'Way to the mail server',
      readings: [
        {
          like: /TcpTestSucceeded\s*:\s*False|(?:587|25) (?:fails|failed|is blocked|blocked)/i,
          fact: 'The mail server’s port cannot be reached from the device’s network',
        },
        {
          like: /TcpTestSucceeded\s*:\s*True|\b(?:open|succeed\w*|works)\b/i,
          fact: 'The mail server’s port can be reached from the device’s network',
        },
      ],
    },
    smtp_auth: {
      label: 'See whether SMTP AUTH is allowed for the sending mailbox',
      command:
        'Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled; Get-CASMailbox -Identity (Read-Host "Mailbox of the scanner") | Format-List SmtpClientAuthenticationDisabled',
      description: 'After Connect-ExchangeOnline. Empty on the mailbox means that the tenant’s setting counts.',
      topic: 'SMTP AUTH',
      readings: [
        {
          like: /SmtpClientAuthenticationDisabled\s*:\s*True(?![\s\S]*:\s*False)|^(?:disabled|off)\b/i,
          fact: 'SMTP AUTH is disabled for the sending mailbox',
        },
        {
          like: /SmtpClientAuthenticationDisabled\s*:\s*False|^(?:enabled|on|allowed)\b/i,
          fact: 'SMTP AUTH is allowed for the sending mailbox',
        },
      ],
    },
    connector: {
      label: 'Compare the connector’s addresses with the office’s public address',
      command:
        'Get-InboundConnector | Format-List Name, Enabled, ConnectorType, SenderIPAddresses, TlsSenderCertificateName; (Resolve-DnsName myip.opendns.com -Server resolver1.opendns.com -Type A).IPAddress',
      description: 'The last line prints the public address; run it in the office.',
      topic: 'Connector and public address',
      readings: [
        {
          like: /\b(?:different|differs?|old (?:ip|address)|does(?:n['’]t| not) match|mismatch|not (?:listed|in (?:it|the list|there)))\b/i,
          fact: 'The office’s public address is not among the connector’s addresses',
        },
        {
          like: /\b(?:same|match(?:es)?|listed)\b/i,
          fact: 'The office’s public address is among the connector’s addresses',
        },
      ],
    },
  },
  causes: [
    {
      name: 'SMTP AUTH switched off for the sending mailbox',
      signs: [
        sign(
          3,
          /SmtpClientAuthenticationDisabled\s*:\s*True(?![\s\S]*:\s*False)|^(?:disabled|off)\b|5\.7\.139/i,
          'smtp_auth',
          'code',
        ),
        sign(2, /\b535\b/, 'code', 'words'),
        sign(1, /5\.7\.139/, 'words'),
        sign(1, /signs in/i, 'method'),
        sign(1, /tenant security|mfa/i, 'changed'),
        sign(
          -4,
          /SmtpClientAuthenticationDisabled\s*:\s*False(?![\s\S]*:\s*True)|^(?:enabled|on|allowed)\b/i,
          'smtp_auth',
        ),
        sign(-3, /relays through|third-party/i, 'method'),
        sign(-2, /\b550\b|timeout/i, 'code'),
      ],
      asks: ['smtp_auth', 'changed'],
      suspicion:
        'A 535 is **the sign-in refused**. Either SMTP AUTH is switched off for that mailbox (then it reads 5.7.139) or its password is no longer the one in the device.',
      conclusion:
        '**SMTP AUTH is refused for the sending mailbox**, so the device’s sign-in cannot succeed whatever its password. Allowing it for this one mailbox brings the scans back; since Microsoft is retiring password sign-in for SMTP, plan a connector or relay.',
      fix: allowSmtpAuth,
    },
    {
      name: 'a connector that does not know the office’s address any more',
      signs: [
        sign(
          3,
          /\b(?:different|differs?|old (?:ip|address)|does(?:n['’]t| not) match|mismatch|not (?:listed|in (?:it|the list|there)))\b/i,
          'connector',
        ),
        sign(3, /\b550\b|5\.7\.64|tenantattribution|relay(?:ing)? (?:access )?denied/i, 'code', 'words'),
        sign(1, /relays through a connector/i, 'method'),
        sign(1, /public address|internet line|new isp|changed isp/i, 'changed', 'words'),
        sign(-4, /\b(?:same|match(?:es)?|listed)\b/i, 'connector'),
        sign(-2, /\b535\b|timeout/i, 'code'),
        sign(-3, /signs in/i, 'method'),
      ],
      asks: ['connector', 'changed'],
      suspicion:
        'TenantAttribution means that Microsoft 365 **does not recognise the sender as yours**: a connector goes by the public address, and that may be a new one.',
      conclusion:
        'The connector recognises the office by its public address, and **mail now arrives from another one**. Microsoft 365 then treats the device as a stranger and refuses to relay.',
      fix: letConnectorKnowAddress,
    },
    {
      name: 'a blocked way to the mail server',
      signs: [
        sign(3, /TcpTestSucceeded\s*:\s*False|(?:587|25) (?:fails|failed|is blocked|blocked)/i, 'path'),
        sign(2, /timeout|cannot connect|can['’]?t connect/i, 'code', 'words'),
        sign(1, /firewall|network/i, 'changed'),
        sign(-4, /TcpTestSucceeded\s*:\s*True/i, 'path'),
        sign(-3, /\b535\b|\b550\b/, 'code'),
      ],
      asks: ['path', 'changed'],
      suspicion:
        'No answer at all means that **nothing refuses the device: it does not get there**. A firewall rule, a new VLAN or its DNS and gateway settings come first.',
      conclusion:
        'The device’s network **cannot reach the mail server’s port**. Credentials and connector don’t matter until that is open.',
      fix: openSmtpPath,
    },
  ],
  exhausted:
    'Sign-in, connector and network path are cleared by what you recorded. What is left without a script here: a device that only speaks TLS 1.0 or 1.1 (firmware or a relay helps), a sender address that the mailbox may not use, or a wrong password on the device. Send the device’s own test mail and read the code once more.',
})
