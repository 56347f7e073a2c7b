import { lengthenTimers, offerPeapAgain, raiseRadiusTimeout } from '../fixes/vpn-after-mfa.ts'
import { defineProblem, OWN_WORDS, sign } from '../problem.ts'

export const vpnAfterMfa = defineProblem({
  name: 'vpn-after-mfa',
  keywords: [
    { like: /\bvpn\b|anyconnect|globalprotect|forticlient|\bikev2\b|ssl-?vpn/i, weight: 2 },
    { like: /\b(drops?|dropping|dropped|disconnect\w*|kicked|cuts? out|falls? off)\b/i, weight: 1 },
    { like: /\bmfa\b|second factor|authenticator|approv\w+/i, weight: 2 },
    { like: /\bnps\b|\bradius\b/i, weight: 2 },
  ],
  opening: {
    prose: `If the tunnel comes up and the approval goes through, this points at the **second authentication pass** rather than at the tunnel. Three causes look alike from the desk: NPS refuses because the **EAP types** no longer match, RADIUS **gives up before the MFA answer** is back, or a **session or idle timer** on the gateway fires.

What separates them: whether the drop follows the network or the laptop, how regular the delay is, and what NPS logged at that very moment.`,
    questions: ['scope', 'timing', 'change'],
    checks: ['nps_log', 'nps_policies'],
  },
  questions: {
    scope: {
      text: 'Does the drop follow the network or the laptop?',
      context: 'Let one affected user try from a phone hotspot, and one home user from the office.',
      topic: 'Who is affected',
      options: {
        'Only on the office network': 'Only connections from the office network drop',
        'Only certain laptops, on any network': 'The drop follows certain laptops, on any network',
        'Everyone, everywhere': OWN_WORDS,
        'Not tested': null,
      },
    },
    timing: {
      text: 'How long after the MFA approval does it drop?',
      topic: 'Time from MFA approval to drop',
      options: {
        'Before or right at the approval': OWN_WORDS,
        'About a minute': 'The drop happens about a minute after the MFA approval',
        'A fixed, longer time': 'The drop happens after a fixed, longer time',
        Irregular: OWN_WORDS,
      },
    },
    change: {
      text: 'What changed just before it started?',
      topic: 'Change before it started',
      options: {
        'Firewall or gateway firmware': OWN_WORDS,
        'NPS server or its certificate': OWN_WORDS,
        'MFA method or policy': OWN_WORDS,
        'Nothing known': null,
      },
    },
    radius_timeout: {
      text: 'What RADIUS timeout does the gateway use for the NPS server?',
      context: 'FortiGate: remoteauthtimeout. Cisco ASA: timeout under aaa-server.',
      topic: 'RADIUS timeout on the gateway',
      options: {
        '20 seconds or less': 'The RADIUS timeout on the gateway is 20 seconds or less',
        'More than 20 seconds': 'The RADIUS timeout on the gateway is more than 20 seconds',
      },
    },
  },
  checks: {
    nps_log: {
      label: 'Read the last NPS refusals and their reason codes',
      command: `Get-WinEvent -FilterHashtable @{ LogName = 'Security'; Id = 6273, 6274; StartTime = (Get-Date).AddHours(-4) } -MaxEvents 20 | Format-List TimeCreated, Message`,
      description: 'On the NPS server, elevated. The reason code at the time of a drop is what counts.',
      topic: 'NPS log',
      readings: [
        {
          like: /reason code:?\s*22\b[\s\S]{0,200}EAP type cannot be processed/i,
          fact: 'Reason code 22: the EAP type cannot be processed',
        },
        { like: /reason code:?\s*(\d+)/i, fact: 'NPS logs reason code $1' },
        { like: /no events were found|no (refusals|denials|events)/i, fact: 'NPS logged no refusal at the time' },
      ],
    },
    nps_policies: {
      label: 'Compare the EAP types that the NPS network policies offer',
      command: 'netsh nps show np',
      description:
        'On the NPS server; reads only. In NP-Allowed-EAP-Type, 19000000… is PEAP and 0D000000… is EAP-TLS. Say which types the office policy has.',
      topic: 'EAP types offered',
      readings: [
        { like: /(?:only|just) eap-?tls|eap-?tls only/i, fact: 'The office VPN policy offers EAP-TLS only' },
        { like: /no peap|peap (?:is )?(?:missing|gone|removed)/i, fact: 'The office VPN policy does not offer PEAP' },
        { like: /\bpeap (?:and|is|still)|peap-?mschap/i, fact: 'The office VPN policy offers PEAP' },
      ],
    },
    client_cert: {
      label: 'See whether an affected laptop has a client certificate',
      command: `Get-ChildItem Cert:\\LocalMachine\\My, Cert:\\CurrentUser\\My | Where-Object { $_.EnhancedKeyUsageList.ObjectId -contains '1.3.6.1.5.5.7.3.2' } | Select-Object Subject, NotAfter, Thumbprint`,
      description: 'EAP-TLS needs one; PEAP-MSCHAPv2 does not. No output means none.',
      topic: 'Client certificate',
      readings: [
        {
          like: /^\s*$|^(?:none|no|nothing|empty)\b/i,
          fact: 'An affected laptop has no client authentication certificate',
        },
        { like: /\bCN=/, fact: 'An affected laptop has a client authentication certificate' },
      ],
    },
    client_log: {
      label: 'Read the disconnect reason in the laptop’s own log',
      command: `Get-WinEvent -FilterHashtable @{ LogName = 'Application'; ProviderName = 'RasClient'; Id = 20226, 20227 } -MaxEvents 10 | Format-List TimeCreated, Message`,
      description: 'For the built-in Windows client; other clients keep a log of their own.',
      topic: 'VPN client log',
      readings: [{ like: /\b(631|691|812|828|829)\b/, fact: 'The VPN client logs code $1 at the disconnect' }],
    },
    gateway_timers: {
      label: 'Look up the idle, session and lifetime timers on the gateway',
      description: 'Idle timeout, session timeout, IKE and IPsec lifetime: note each in minutes.',
      topic: 'Gateway timers',
    },
  },
  causes: [
    {
      name: 'an EAP type mismatch on the office VPN policy',
      signs: [
        sign(3, /reason code:?\s*22\b/i, 'nps_log', 'words'),
        sign(
          3,
          /eap-?tls only|(?:only|just) eap-?tls|no peap|peap (?:is )?(?:missing|gone|removed)/i,
          'nps_policies',
          'words',
        ),
        sign(1, /firmware/i, 'change', 'words'),
        sign(1, /office (?:network|range|laptops)|home users (?:are|work) fine/i, 'scope', 'words'),
        sign(1, /minute|\b[3-9]0 ?s/i, 'timing'),
        sign(1, /^\s*$|^(?:none|no|nothing|empty)\b/i, 'client_cert'),
        sign(-3, /no events were found|no (?:refusals|denials|events)/i, 'nps_log'),
        sign(-3, /peap (?:and|is there|still)/i, 'nps_policies'),
        sign(-2, /fixed, longer/i, 'timing'),
        sign(-2, /everyone/i, 'scope'),
      ],
      asks: ['nps_log', 'nps_policies', 'client_cert'],
      suspicion:
        'This leans towards the **EAP types**: those who match the office policy are refused when they re-authenticate, others sign in through a policy that still offers PEAP. NPS would say so with *reason code 22*.',
      conclusion: `Client and server **cannot agree on an EAP type**; that is what reason code 22 stands for. A policy that was reset to \`EAP-TLS\` does exactly this to laptops without a client certificate:

- users of another policy, which still offers PEAP, are fine
- those who match the office policy are refused on re-authentication

Before you change it, confirm the offered types with \`netsh nps show np\`.`,
      fix: offerPeapAgain,
    },
    {
      name: 'a RADIUS timeout shorter than the MFA approval',
      signs: [
        sign(
          3,
          /20 seconds or less|^(?:[1-9]|1\d|20) ?(?:s|sec|seconds)?$|radius timeout (?:is|of) (?:[1-9]|1\d|20)\b/i,
          'radius_timeout',
          'words',
        ),
        sign(2, /before or right at|before (?:i|he|she|they|users?) (?:can )?approves?/i, 'timing', 'words'),
        sign(1, /\bmfa\b/i, 'change'),
        sign(1, /everyone/i, 'scope'),
        sign(1, /reason code:?\s*(?:9|21|117)\b/i, 'nps_log'),
        sign(-3, /reason code:?\s*22\b/i, 'nps_log', 'words'),
        sign(-4, /more than 20/i, 'radius_timeout'),
        sign(-2, /fixed, longer/i, 'timing'),
      ],
      asks: ['radius_timeout', 'nps_log', 'timing'],
      suspicion:
        'This leans towards **RADIUS giving up too early**: the gateway asks again, or turns to the next server, while the user still reaches for the phone. Its RADIUS timeout settles it.',
      conclusion:
        'The gateway **stops waiting for RADIUS before the MFA answer can be back**. A push takes a user 10 to 40 seconds, and each retry starts another prompt. NPS and the policy are then not at fault.',
      fix: raiseRadiusTimeout,
    },
    {
      name: 'a session or idle timer on the gateway',
      signs: [
        sign(3, /(?:idle|session|lifetime|re-?auth)[^\n]{0,40}\d/i, 'gateway_timers'),
        sign(
          2,
          /fixed, longer|exactly (?:every )?\d+ ?(?:min|h)|every (?:hour|\d+ (?:minutes|hours))/i,
          'timing',
          'words',
        ),
        sign(1, /everyone/i, 'scope'),
        sign(1, /\b(?:828|829)\b/, 'client_log'),
        sign(1, /no events were found|no (?:refusals|denials|events)/i, 'nps_log'),
        sign(-3, /reason code:?\s*\d+/i, 'nps_log', 'words'),
        sign(-2, /about a minute|before or right/i, 'timing'),
      ],
      asks: ['gateway_timers', 'client_log', 'timing'],
      suspicion:
        'A delay that repeats to the minute is a **timer, not a refusal**. The gateway’s settings should show the same number, and the laptop’s log who hung up.',
      conclusion:
        'The drop **fits a timer of the gateway**; nothing refuses the user. Idle timers hit people who read, session and IKE lifetimes hit everybody at the same age of the session.',
      fix: lengthenTimers,
    },
  ],
  exhausted:
    'Neither the EAP types, nor the RADIUS timeout, nor a timer of the gateway explains what you recorded. What is left has no script here: MTU on the office line, a filter driver on the laptop, a load balancer before the gateway. A packet trace of one drop, on both sides at once, is the honest next step, and good company for an escalation.',
})
