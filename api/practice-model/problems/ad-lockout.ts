import { blockPasswordSpray, endStaleSessions, forgetOldPasswordOnDevice } from '../fixes/ad-lockout.ts'
import { defineProblem, OWN_WORDS, sign } from '../problem.ts'

export const adLockout = defineProblem({
  name: 'ad-lockout',
  keywords: [
    { like: /\block(?:s|ed|ing)?[- ]?outs?\b|\baccount (?:is |gets |keeps )?lock/i, weight: 2 },
    { like: /\b(?:accounts?|users?|ad|active directory|domain|password)\b/i, weight: 1 },
    { like: /\b(?:keeps?|again|every|repeatedly|since)\b|\b4740\b/i, weight: 1 },
  ],
  opening: {
    prose: `Something keeps trying an **old password**, and the PDC emulator knows from where: event 4740 names the caller. A computer’s name there means a session, service or task on that machine; **nothing, or the name of a server** that checks passwords for others, means a phone or Wi-Fi; **many accounts at once** means somebody is guessing.

Unlocking without the source only starts the clock again.`,
    questions: ['changed', 'many'],
    checks: ['caller'],
  },
  questions: {
    changed: {
      text: 'Did the user change the password shortly before?',
      topic: 'Password change',
      options: {
        'Yes, in the last days': 'The user changed the password in the days before',
        No: 'The user did not change the password before',
        'Not known': null,
      },
    },
    many: {
      text: 'Is it this account only, or several?',
      topic: 'Accounts affected',
      options: {
        'This account only': OWN_WORDS,
        'Several accounts': OWN_WORDS,
      },
    },
    devices: {
      text: 'Where else does the user have the old password saved?',
      context: 'Phone or tablet on the office Wi-Fi, a second PC, mapped drives with other credentials.',
      topic: 'Saved old password',
      options: {
        'Phone or tablet on the Wi-Fi': OWN_WORDS,
        'A second PC or a server session': OWN_WORDS,
        'Nowhere known': null,
      },
    },
  },
  checks: {
    caller: {
      label: 'Ask the PDC emulator where the lockouts come from',
      command: `Get-WinEvent -ComputerName (Get-ADDomain).PDCEmulator -FilterHashtable @{ LogName = 'Security'; Id = 4740 } -MaxEvents 50 | Select-Object TimeCreated, @{ n = 'Account'; e = { $_.Properties[0].Value } }, @{ n = 'Caller'; e = { $_.Properties[1].Value } }`,
      description:
        'As a domain administrator. Say what kind of machine the caller is: workstation, terminal server, NPS, or empty.',
      topic: 'Caller of the lockouts',
      readings: [
        { like: /\bnps\d*\b|\bradius\b|wi-?fi controller/i, fact: 'The lockouts come through the NPS (RADIUS) server' },
        {
          like: /\b(?:ws|pc|lap|laptop|desktop|rds|ts)[-\d]\w*/i,
          fact: 'The lockouts come from a workstation or terminal server, named in event 4740',
        },
        { like: /caller (?:is )?(?:empty|blank)|^(?:empty|blank|none)\b/i, fact: 'Event 4740 names no caller' },
      ],
    },
    sessions: {
      label: 'Look on the caller for sessions, services and tasks of the user',
      command: `$user = Read-Host 'User name'; quser; Get-CimInstance Win32_Service | Where-Object StartName -match $user | Select-Object Name, StartName; Get-ScheduledTask | Where-Object { $_.Principal.UserId -match $user } | Select-Object TaskName, TaskPath; cmdkey /list`,
      description: 'On the caller, elevated; cmdkey in the user’s own session.',
      topic: 'On the caller',
      readings: [
        { like: /\bdisc\b|disconnected session/i, fact: 'A disconnected session of the user is open on the caller' },
        { like: /taskname|scheduled task/i, fact: 'A scheduled task on the caller runs as the user' },
        { like: /startname|\bservice\b/i, fact: 'A service on the caller runs as the user' },
      ],
    },
    radius: {
      label: 'Read which device NPS refused for this user',
      command: `$user = Read-Host 'User name'; Get-WinEvent -FilterHashtable @{ LogName = 'Security'; Id = 6273; StartTime = (Get-Date).AddHours(-8) } | Where-Object Message -match $user | ForEach-Object { [regex]::Match($_.Message, 'Calling Station Identifier:\\s*(\\S+)').Groups[1].Value } | Group-Object | Select-Object Count, Name`,
      description: 'On the NPS server, elevated. The calling station is the device’s MAC address.',
      topic: 'Device that NPS refused',
      readings: [
        { like: /((?:[0-9a-f]{2}[-:.]){5}[0-9a-f]{2})/i, fact: 'NPS refuses the device $1 for this user' },
        { like: /^\s*$|no events were found/i, fact: 'NPS refused nothing for this user' },
      ],
    },
    failures: {
      label: 'Group the failed logons by address and account',
      command: `Get-WinEvent -FilterHashtable @{ LogName = 'Security'; Id = 4625; StartTime = (Get-Date).AddHours(-2) } | ForEach-Object { [pscustomobject]@{ Account = $_.Properties[5].Value; Address = $_.Properties[19].Value } } | Group-Object Address, Account | Sort-Object Count -Descending | Select-Object -First 20 Count, Name`,
      description: 'On whatever faces the internet: RD Gateway, VPN or web server.',
      topic: 'Failed logons',
      readings: [
        {
          like: /\b((?!10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|127\.)\d{1,3}(?:\.\d{1,3}){3})\b/,
          fact: 'Failed logons come from the outside address $1',
        },
      ],
    },
  },
  causes: [
    {
      name: 'a session, service or task with the old password',
      signs: [
        sign(3, /\bdisc\b|disconnected session|taskname|scheduled task|startname/i, 'sessions', 'words'),
        sign(2, /\b(?:ws|pc|lap|laptop|desktop|rds|ts)[-\d]\w*|workstation|terminal server/i, 'caller'),
        sign(1, /second pc|server session/i, 'devices'),
        sign(1, /^yes/i, 'changed'),
        sign(1, /this account only/i, 'many'),
        sign(-3, /several/i, 'many'),
        sign(-2, /\bnps\d*\b|\bradius\b/i, 'caller'),
      ],
      asks: ['sessions', 'devices'],
      suspicion:
        'A machine as caller leans towards **something of the user that still runs there with the old password**: a disconnected session, a service, a task or a saved credential.',
      conclusion:
        'On the caller **something still runs as the user with the old password**, and each of its attempts counts. End that session, or give the service or task its own account: then the unlock lasts.',
      fix: endStaleSessions,
    },
    {
      name: 'a phone or tablet with the old Wi-Fi password',
      signs: [
        sign(3, /(?:[0-9a-f]{2}[-:.]){5}[0-9a-f]{2}/i, 'radius', 'words'),
        sign(2, /\bnps\d*\b|\bradius\b|(?:empty|blank)|^none\b/i, 'caller'),
        sign(1, /phone or tablet/i, 'devices'),
        sign(1, /^yes/i, 'changed'),
        sign(-3, /several/i, 'many'),
        sign(-4, /^\s*$|no events were found/i, 'radius'),
      ],
      asks: ['radius', 'devices'],
      suspicion:
        'NPS or an empty caller leans towards **a phone that still joins the Wi-Fi with the old password**. NPS logs its MAC address.',
      conclusion:
        'NPS **refuses one device of the user again and again**: it joins the Wi-Fi with the old password whenever it wakes up, and locks the account for everything else.',
      fix: forgetOldPasswordOnDevice,
    },
    {
      name: 'password guessing from outside',
      signs: [
        sign(3, /\b(?!10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|127\.|0\.)\d{1,3}(?:\.\d{1,3}){3}\b/, 'failures'),
        sign(2, /several/i, 'many'),
        sign(1, /^no\b/i, 'changed'),
        sign(-2, /this account only/i, 'many'),
        sign(-2, /^yes/i, 'changed'),
      ],
      asks: ['failures'],
      suspicion:
        'Several accounts, without a password change, lean towards **somebody guessing**. The outside address and the door it comes in by matter more than the accounts.',
      conclusion:
        '**Somebody tries passwords from outside**; the lockouts only show it. Close that door first, then look whether any of those tries succeeded: *that* would be an incident, not a ticket.',
      fix: blockPasswordSpray,
    },
  ],
  exhausted:
    'No session, no device and no outside address explains the lockouts, as recorded. Without a script here: a trusted domain, an LDAP appliance or copier with the user’s bind account, or drives mapped by a logon script. Netlogon debug logging on the PDC emulator (nltest /dbflag:0x2080ffff) names the chain; remember to switch it off.',
})
