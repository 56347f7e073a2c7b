import { repairForwarders, replacePublicDns, replaceStaleRecord } from '../fixes/dns.ts'
import { defineProblem, OWN_WORDS, sign } from '../problem.ts'

export const dns = defineProblem({
  name: 'dns',
  keywords: [
    { like: /\bdns\b|\bnslookup\b|name resolution|NXDOMAIN/i, weight: 2 },
    { like: /\b(?:resolv\w*|host ?names?|internal (?:names?|sites?|websites?))\b/i, weight: 1 },
    {
      like: /\b(?:fail\w*|can['’]?t|cannot|won['’]?t|not|timeouts?|slow|wrong|old|intermittent\w*|sometimes|broken|issues?)\b/i,
      weight: 1,
    },
  ],
  opening: {
    prose: `Name resolution has three usual faults, and **which names fail** tells them apart. Internal names failing now and then: a client that also asks a **public DNS server**, which knows nothing of them. Outside names failing or slow: the server’s **forwarders**. One single name with the wrong address: a **stale record**.

Ask the same name of the client’s own server and of the domain controller; the difference is the answer.`,
    questions: ['names', 'who'],
    checks: ['client_servers', 'compare'],
  },
  questions: {
    names: {
      text: 'Which names fail?',
      topic: 'Names that fail',
      options: {
        'Internal names, now and then': 'Internal names fail now and then',
        'Outside names, for everyone': OWN_WORDS,
        'One name, with the wrong address': OWN_WORDS,
        'Everything, all the time': OWN_WORDS,
      },
    },
    who: {
      text: 'Who has it?',
      topic: 'Who is affected',
      options: {
        'One PC': OWN_WORDS,
        'One site or VLAN': OWN_WORDS,
        Everyone: OWN_WORDS,
      },
    },
    moved: {
      text: 'Was the machine behind that name renumbered, replaced or rebuilt?',
      topic: 'The machine behind the name',
      options: {
        'Yes, it has a new address': OWN_WORDS,
        No: OWN_WORDS,
        'Not known': null,
      },
    },
  },
  checks: {
    client_servers: {
      label: 'See which DNS servers an affected client asks',
      command:
        'Get-DnsClientServerAddress -AddressFamily IPv4 | Where-Object ServerAddresses | Format-Table InterfaceAlias, ServerAddresses',
      description: 'On a domain client only the domain’s own DNS servers may be there, not even as a second one.',
      topic: 'DNS servers of the client',
      readings: [
        {
          like: /\b(8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|9\.9\.9\.9|208\.67\.22[02]\.22[02])\b/,
          fact: 'The client also asks the public DNS server $1',
        },
        { like: /public dns/i, fact: 'The client also asks a public DNS server' },
      ],
    },
    compare: {
      label: 'Ask the failing name of a domain controller by hand',
      command: 'Resolve-DnsName (Read-Host "Name") -Server (Read-Host "Domain controller") -DnsOnly',
      description: 'Then the same without -Server. Say whether the domain controller answers, and with which address.',
      topic: 'Answer of the domain controller',
      readings: [
        {
          like: /(?:dc|server|controller)[^\n]{0,30}\b(?:right|correct|answers)\b|works (?:there|with -server)/i,
          fact: 'The domain controller answers the name correctly',
        },
        {
          like: /wrong (?:address|ip)|old (?:address|ip)/i,
          fact: 'The domain controller answers with an old or wrong address',
        },
        {
          like: /timed? ?out|server failure|SERVFAIL|ServerFailure/i,
          fact: 'The domain controller does not answer the name (timeout or server failure)',
        },
        { like: /does not exist|NXDOMAIN/i, fact: 'The domain controller says that the name does not exist' },
      ],
    },
    forwarders: {
      label: 'Test the forwarders of the DNS server one by one',
      command:
        '(Get-DnsServerForwarder).IPAddress | ForEach-Object { [pscustomobject]@{ Forwarder = $_; Answers = [bool](Resolve-DnsName microsoft.com -Server $_ -Type A -DnsOnly -ErrorAction SilentlyContinue) } }',
      description: 'On the DNS server.',
      topic: 'Forwarders',
      readings: [
        { like: /(\d{1,3}(?:\.\d{1,3}){3})\s+False/, fact: 'The forwarder $1 does not answer' },
        { like: /\bFalse\b|dead|does(?:n['’]t| not) answer/i, fact: 'A forwarder does not answer' },
        { like: /\bTrue\b|all (?:answer|fine|good|ok)/i, fact: 'All forwarders answer' },
      ],
    },
    record: {
      label: 'Look at the record’s address and time stamp on the server',
      command:
        'Get-DnsServerResourceRecord -ZoneName (Read-Host "Zone") -Name (Read-Host "Host") | Format-Table HostName, RecordType, Timestamp, @{ n = "Data"; e = { $_.RecordData.IPv4Address } }',
      description: 'On the DNS server. No time stamp means a static record, which never ages.',
      topic: 'The record',
      readings: [
        {
          like: /\b(?:old|wrong|stale|two|both|duplicate)\b/i,
          fact: 'The zone holds an old or duplicate record for the name',
        },
        { like: /\b(?:right|correct|current)\b/i, fact: 'The record in the zone is current' },
      ],
    },
  },
  causes: [
    {
      name: 'a public DNS server on domain clients',
      signs: [
        sign(
          3,
          /\b(?:8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|9\.9\.9\.9|208\.67\.22[02]\.22[02])\b|public dns/i,
          'client_servers',
          'words',
        ),
        sign(2, /internal names/i, 'names', 'words'),
        sign(
          1,
          /(?:dc|server|controller)[^\n]{0,30}\b(?:right|correct|answers)\b|works (?:there|with -server)/i,
          'compare',
        ),
        sign(-2, /one name|outside names/i, 'names'),
        sign(-1, /wrong (?:address|ip)|timed? ?out|server failure|SERVFAIL/i, 'compare'),
      ],
      asks: ['client_servers', 'compare'],
      suspicion:
        'Internal names that fail *now and then* lean towards a **public DNS server as second choice** on the client: Windows turns to it and stays with it for a while. It comes from DHCP or was typed in.',
      conclusion:
        'Domain clients **also ask a public DNS server**, and that one answers internal names with “does not exist”, which Windows believes. The domain’s own servers must be the only ones; they forward the rest.',
      fix: replacePublicDns,
    },
    {
      name: 'dead forwarders on the DNS server',
      signs: [
        sign(3, /\bFalse\b|\bdead\b|does(?:n['’]t| not) answer/i, 'forwarders'),
        sign(2, /outside names/i, 'names', 'words'),
        sign(1, /everyone|site/i, 'who'),
        sign(1, /timed? ?out|server failure|SERVFAIL/i, 'compare'),
        sign(-2, /internal names|one name/i, 'names'),
        sign(-4, /all (?:answer|fine|good|ok)|^(?![\s\S]*\bFalse\b)[\s\S]*\bTrue\b/i, 'forwarders'),
      ],
      asks: ['forwarders'],
      suspicion:
        'Outside names failing for everyone lean towards the **forwarders**: the server waits for a dead one before it tries the next. Test each by itself.',
      conclusion:
        'The DNS server **asks a forwarder that no longer answers**, and every outside name waits for it. Often the old provider’s servers after a change of line.',
      fix: repairForwarders,
    },
    {
      name: 'a stale record',
      signs: [
        sign(3, /\b(?:old|wrong|stale|two|both|duplicate)\b/i, 'record'),
        sign(2, /one name|wrong address/i, 'names', 'words'),
        sign(1, /^yes/i, 'moved'),
        sign(1, /wrong (?:address|ip)|old (?:address|ip)/i, 'compare'),
        sign(-2, /internal names|outside names|everything/i, 'names'),
        sign(-3, /\b(?:right|correct|current)\b/i, 'record'),
      ],
      asks: ['record', 'moved'],
      suspicion:
        'One name with the wrong address leans towards a **stale record**: the machine moved and its entry did not. Its time stamp tells how old it is.',
      conclusion:
        'The zone **still holds the old address** for that name. Remove exactly that record and let the machine register itself; scavenging would have done it, if it were on.',
      fix: replaceStaleRecord,
    },
  ],
  exhausted:
    'The client’s servers, the forwarders and the record itself are cleared by what you recorded. Without a script here: a conditional forwarder or stub zone to a partner, DNSSEC or EDNS trouble on the firewall, a hosts file, or a VPN client with its own resolver. Trace one failing name with Resolve-DnsName on each hop, and compare.',
})
