import { correctTime, openReplicationPorts, registerInDns, resetMachinePassword } from '../fixes/ad-replication.ts'
import { defineProblem, OWN_WORDS, sign } from '../problem.ts'

export const adReplication = defineProblem({
  name: 'ad-replication',
  keywords: [
    { like: /\breplicat\w+\b|\brepadmin\b|\bdcdiag\b/i, weight: 2 },
    {
      like: /\bdc-?\d+\b|domain controllers?|\bdcs?\b|active directory|\bad\b|\bsysvol\b|\brepadmin\b|\bdcdiag\b/i,
      weight: 2,
    },
    { like: /\b(?:8453|8524|8606|8614|1722|1908|1256|2042)\b|0x800706ba/i, weight: 2 },
  ],
  opening: {
    prose: `Replication errors read alike and mean different things, so take **the number, not the sentence**. *8524* is name resolution, *1722* is the network, *5, 8453 or “target principal name”* is a secure channel out of step, often with a **clock** behind it. How long it has failed matters as much: past the tombstone lifetime nothing may be forced any more.

Start with the summary and with the time on every domain controller.`,
    questions: ['since', 'changed'],
    checks: ['summary', 'time'],
  },
  questions: {
    since: {
      text: 'Since when does the last successful replication date?',
      context: 'repadmin /replsummary, column “largest delta”.',
      topic: 'Last successful replication',
      options: {
        'Hours or a few days': OWN_WORDS,
        Weeks: OWN_WORDS,
        'More than 60 days': OWN_WORDS,
      },
    },
    changed: {
      text: 'What happened to that domain controller shortly before?',
      topic: 'What happened before',
      options: {
        'Restored or reverted from a snapshot':
          'The domain controller was restored or reverted from a snapshot shortly before',
        'New address, DNS or network settings': OWN_WORDS,
        'Firewall or VPN between sites': OWN_WORDS,
        'Nothing known': null,
      },
    },
  },
  checks: {
    summary: {
      label: 'Read the replication summary and its error numbers',
      command: 'repadmin /replsummary; repadmin /showrepl * /errorsonly',
      description: 'Elevated, on a healthy domain controller.',
      topic: 'Replication summary',
      readings: [
        { like: /\b(8524|8453|8614|8606|1722|1908|1256|2042|-?2146893022)\b/, fact: 'Replication fails with error $1' },
        { like: /target principal name/i, fact: 'Replication fails: the target principal name is incorrect' },
        { like: /0 \/ +\d+ +0\s*$|no (?:errors|failures)/im, fact: 'The replication summary shows no failure' },
      ],
    },
    time: {
      label: 'Compare the clocks of the domain controllers',
      command: 'w32tm /monitor',
      description: 'Elevated, on the PDC emulator. More than five minutes break Kerberos.',
      topic: 'Clocks of the domain controllers',
      readings: [
        { like: /NTP:\s*[+-]?0*([1-9]\d{2,})\.\d+s/i, fact: 'A domain controller’s clock is off by $1 seconds' },
        {
          like: /\b(?:minutes?|hours?) (?:off|ahead|behind|slow|fast)|clock (?:is )?(?:wrong|off)/i,
          fact: 'A domain controller’s clock is off by minutes or more',
        },
        {
          like: /NTP:\s*[+-]?0*[0-9]{1,2}\.\d+s|\b(?:fine|ok|in sync|same)\b/i,
          fact: 'The clocks of the domain controllers agree',
        },
      ],
    },
    dns_test: {
      label: 'Test the DNS registration of that domain controller',
      command: 'dcdiag /test:dns /dnsrecordregistration "/s:$(Read-Host "Domain controller")"',
      description: 'Elevated. Its partners find a domain controller by its GUID under _msdcs.',
      topic: 'DNS of the domain controller',
      readings: [
        {
          like: /fail(?:ed|s)?\b|missing|non-existent domain|does not exist/i,
          fact: 'DNS records of the domain controller are missing',
        },
        { like: /pass(?:ed)?\b/i, fact: 'The DNS registration of the domain controller passes' },
      ],
    },
    ports: {
      label: 'Test the ports from one domain controller to the other',
      command:
        '$dc = Read-Host "The other domain controller"; 53, 88, 135, 389, 445 | ForEach-Object { [pscustomobject]@{ Port = $_; Open = Test-NetConnection $dc -Port $_ -InformationLevel Quiet } }',
      description: 'Both ways. Replication also needs the RPC range 49152–65535.',
      topic: 'Ports between the domain controllers',
      readings: [
        { like: /\b(\d+)\s+False\b/i, fact: 'Port $1 between the domain controllers is closed' },
        { like: /\bFalse\b|\b(?:closed|blocked)\b/i, fact: 'A port between the domain controllers is closed' },
        { like: /\bTrue\b|all open/i, fact: 'The tested ports between the domain controllers are open' },
      ],
    },
    channel: {
      label: 'Test the secure channel of that domain controller',
      command: 'nltest "/sc_query:$env:USERDNSDOMAIN"; repadmin /showrepl',
      description: 'Elevated, on the failing domain controller.',
      topic: 'Secure channel',
      readings: [
        {
          like: /access is denied|ERROR_ACCESS_DENIED|0x5\b|logon failure|target principal/i,
          fact: 'The secure channel of the domain controller is refused',
        },
        { like: /NERR_Success/i, fact: 'The secure channel of the domain controller is good' },
      ],
    },
  },
  causes: [
    {
      name: 'missing DNS records of the domain controller',
      signs: [
        sign(3, /\b8524\b/, 'summary', 'words'),
        sign(3, /fail(?:ed|s)?\b|missing|non-existent domain|does not exist/i, 'dns_test'),
        sign(1, /dns or network settings/i, 'changed'),
        sign(-4, /^(?![\s\S]*fail)[\s\S]*pass(?:ed)?\b/i, 'dns_test'),
        sign(-2, /\b1722\b|target principal|\b8614\b|2146893022/i, 'summary'),
      ],
      asks: ['dns_test'],
      suspicion:
        '8524 leans towards **DNS**: the partner cannot find that domain controller by its GUID under `_msdcs`. A test of its registration settles it.',
      conclusion:
        'The domain controller’s **records under `_msdcs` are missing or wrong**, so its partners cannot find it by GUID. Mostly it asks the wrong DNS server itself. Correct that, then let Netlogon register.',
      fix: registerInDns,
    },
    {
      name: 'a closed way between the domain controllers',
      signs: [
        sign(3, /\bFalse\b|\bclosed\b|\bblocked\b/i, 'ports'),
        sign(2, /\b1722\b|0x800706ba|rpc server is unavailable/i, 'summary', 'words'),
        sign(1, /firewall or vpn/i, 'changed'),
        sign(-4, /^(?![\s\S]*\bFalse\b)[\s\S]*(?:\bTrue\b|all open)/i, 'ports'),
        sign(-2, /\b8524\b|target principal|\b8614\b|2146893022/i, 'summary'),
      ],
      asks: ['ports'],
      suspicion:
        '1722 leans towards **the network**: the partner is found, and RPC does not get through. Test the ports both ways.',
      conclusion:
        'The way **between the domain controllers is closed** for at least one port. Replication needs 135 and the high RPC range besides 53, 88, 389 and 445, in both directions.',
      fix: openReplicationPorts,
    },
    {
      name: 'a clock that is off',
      signs: [
        sign(
          4,
          /NTP:\s*[+-]?0*[1-9]\d{2,}\.\d+s|(?:minutes?|hours?) (?:off|ahead|behind|slow|fast)|clock (?:is )?(?:wrong|off)/i,
          'time',
          'words',
        ),
        sign(1, /target principal|\b1908\b|2146893022|\b8453\b/i, 'summary'),
        sign(-4, /^(?![\s\S]*NTP:\s*[+-]?0*[1-9]\d{2,}\.)[\s\S]*(?:NTP:\s*[+-]?\d|fine|ok|in sync|same)/i, 'time'),
      ],
      asks: ['time'],
      suspicion:
        'The clock comes first with refusals like these: **Kerberos breaks at five minutes**, and everything after it looks like a rights problem.',
      conclusion:
        'A domain controller’s **clock is off by more than Kerberos bears**, so its partners refuse it. Virtual domain controllers that take their time from the host are the usual story. Time first; the rest often heals by itself.',
      fix: correctTime,
    },
    {
      name: 'a machine password out of step',
      signs: [
        sign(3, /access is denied|ERROR_ACCESS_DENIED|0x5\b|logon failure|target principal/i, 'channel'),
        sign(2, /target principal|2146893022|\b1908\b|\b8453\b/i, 'summary', 'words'),
        sign(1, /restored or reverted/i, 'changed'),
        sign(1, /hours or a few days|weeks/i, 'since'),
        sign(-3, /NERR_Success/i, 'channel'),
        sign(-4, /more than 60/i, 'since'),
        sign(-2, /\b8524\b|\b1722\b|\b8614\b/, 'summary'),
      ],
      asks: ['channel', 'time'],
      suspicion:
        '“Target principal name” leans towards **a machine password out of step**, typically after a restore. With good clocks, the secure channel settles it.',
      conclusion:
        'The domain controller’s **machine password no longer matches** what its partners hold, so its tickets are worthless to them. Reset it against a healthy partner with the KDC stopped. If the server was reverted from a snapshot, look for USN rollback (event 2095) first: then this is not the cure.',
      fix: resetMachinePassword,
    },
  ],
  exhausted:
    'DNS, network, clock and machine password don’t explain what you recorded, or may not be tried any more. With 8614, 8606 or more than 60 days without replication the practice model stops on purpose: forcing it brings lingering objects back. The safe way is to demote the domain controller, clean its metadata and promote it anew; escalate that with the facts as they stand.',
})
