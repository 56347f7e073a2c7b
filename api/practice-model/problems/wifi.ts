import { enlargeScope, renewRadiusCertificate, steadyAdapter } from '../fixes/wifi.ts'
import { defineProblem, OWN_WORDS, sign } from '../problem.ts'

export const wifi = defineProblem({
  name: 'wifi',
  keywords: [
    { like: /\bwi-?fi\b|\bwlan\b|\bwireless\b|\bssid\b|access points?\b/i, weight: 2 },
    {
      like: /\b(?:drops?|dropping|disconnect\w*|slow|can['’]?t|cannot|won['’]?t|not|fails?|no internet|unstable|connect\w*|join\w*|issues?|down)\b/i,
      weight: 1,
    },
  ],
  opening: {
    prose: `“Wi-Fi is down” is three different tickets. **Nobody joins, or only the company network refuses**: authentication, most often the RADIUS certificate. **They join and have no internet**: no address, the DHCP scope is full. **Some laptops drop while phones beside them stay**: driver or power saving on those machines.

Who, where and at which step: that splits it.`,
    questions: ['step', 'devices'],
    checks: ['interface', 'scopes'],
  },
  questions: {
    step: {
      text: 'At which step does it fail?',
      topic: 'Where it fails',
      options: {
        'Cannot join or is refused': OWN_WORDS,
        'Joined, but no internet': OWN_WORDS,
        'Joined, then drops': OWN_WORDS,
        'Just slow': OWN_WORDS,
      },
    },
    devices: {
      text: 'Which devices have it?',
      topic: 'Devices affected',
      options: {
        'All devices, one network name': OWN_WORDS,
        'All devices, every network name': OWN_WORDS,
        'Some laptops only': OWN_WORDS,
        'Everyone in one area': OWN_WORDS,
      },
    },
    model: {
      text: 'What do the affected laptops have in common?',
      topic: 'What the affected laptops have in common',
      options: {
        'Same model or Wi-Fi driver': OWN_WORDS,
        'They drop after sleep or when idle': 'The affected laptops drop after sleep or when idle',
        'Nothing obvious': null,
      },
    },
  },
  checks: {
    interface: {
      label: 'Read the Wi-Fi state on an affected laptop',
      command:
        'netsh wlan show interfaces; Get-NetIPAddress -AddressFamily IPv4 | Format-Table InterfaceAlias, IPAddress, PrefixOrigin',
      description: 'While it fails. An address that begins with 169.254 means that DHCP gave none.',
      topic: 'State of the Wi-Fi interface',
      readings: [
        { like: /\b169\.254\.\d+\.\d+/, fact: 'The laptop has a self-assigned address (169.254): DHCP gave none' },
        { like: /state\s*:\s*(?:disconnected|authenticating)/i, fact: 'The Wi-Fi interface is not connected' },
        { like: /signal\s*:\s*(\d+)%/i, fact: 'The Wi-Fi signal on the laptop is $1 %' },
      ],
    },
    scopes: {
      label: 'See how full the DHCP scopes are',
      command: 'Get-DhcpServerv4ScopeStatistics | Format-Table ScopeId, Free, InUse, PercentageInUse',
      description: 'On the DHCP server; on a firewall, look at its lease list.',
      topic: 'DHCP scope',
      readings: [
        {
          like: /\b(?:9[5-9]|100)(?:[.,]\d+)?\s*%?\s*$|\b(?:scope|pool)[^\n]{0,20}\b(?:full|exhausted)|no free/im,
          fact: 'The DHCP scope of the Wi-Fi is (nearly) used up',
        },
        {
          like: /plenty|\b(?:[1-8]?\d)(?:[.,]\d+)?\s*%?\s*$/im,
          fact: 'The DHCP scope of the Wi-Fi has free addresses',
        },
      ],
    },
    radius_certificate: {
      label: 'See whether the RADIUS server’s certificate is still valid',
      command: `Get-ChildItem Cert:\\LocalMachine\\My | Where-Object { $_.EnhancedKeyUsageList.ObjectId -contains '1.3.6.1.5.5.7.3.1' } | Sort-Object NotAfter | Format-Table NotAfter, Subject, Issuer, Thumbprint`,
      description:
        'On the NPS server, elevated. Then compare with the one that the Wi-Fi policy uses (nps.msc, PEAP, Edit).',
      topic: 'RADIUS certificate',
      readings: [
        {
          like: /expired|ran out|replaced|renewed|new certificate/i,
          fact: 'The certificate of the RADIUS server has expired or was replaced',
        },
        { like: /\bvalid\b|not expired/i, fact: 'The certificate of the RADIUS server is valid' },
      ],
    },
    wlan_report: {
      label: 'Let Windows write its Wi-Fi report',
      command:
        'netsh wlan show wlanreport; Get-NetAdapter -Physical | Format-List Name, InterfaceDescription, DriverVersion, DriverDate',
      description: 'Elevated. Look at the disconnect reasons in the report’s list of sessions.',
      topic: 'Wi-Fi report',
      readings: [
        {
          like: /driver|power (?:down|saving|management)|sleep|adapter (?:was )?(?:reset|disabled)/i,
          fact: 'The Wi-Fi report blames the driver or power saving for the drops',
        },
        { like: /roam|signal/i, fact: 'The Wi-Fi report shows roaming or weak signal at the drops' },
      ],
    },
  },
  causes: [
    {
      name: 'the RADIUS server’s certificate',
      signs: [
        sign(3, /\bexpired\b|ran out|was (?:replaced|renewed)|new certificate/i, 'radius_certificate'),
        sign(3, /certificate (?:has |is )?(?:expired|ran out)/i, 'words'),
        sign(1, /cannot join/i, 'step'),
        sign(2, /one network name/i, 'devices'),
        sign(1, /authenticating|disconnected/i, 'interface'),
        sign(-4, /\bvalid\b|not expired/i, 'radius_certificate'),
        sign(-2, /joined/i, 'step'),
        sign(-2, /some laptops/i, 'devices'),
      ],
      asks: ['radius_certificate'],
      suspicion:
        'Refused on one network name, by everyone, leans towards **802.1X**: when the RADIUS certificate expires or changes, clients stop trusting it over night.',
      conclusion:
        'The **RADIUS server shows a certificate that the clients no longer accept**, so they break off before a password is even sent. A valid one has to be chosen in the Wi-Fi policy; clients must trust its issuer.',
      fix: renewRadiusCertificate,
    },
    {
      name: 'a DHCP scope without free addresses',
      signs: [
        sign(3, /\b(?:9[5-9]|100)(?:[.,]\d+)?\s*%?\s*$|\b(?:full|exhausted)\b|no free/im, 'scopes'),
        sign(3, /\b(?:scope|pool)[^\n]{0,20}\b(?:full|exhausted)/i, 'words'),
        sign(2, /\b169\.254\./, 'interface', 'words'),
        sign(2, /no internet/i, 'step'),
        sign(-3, /plenty/i, 'scopes'),
        sign(-2, /cannot join|then drops/i, 'step'),
      ],
      asks: ['scopes', 'interface'],
      suspicion:
        'Joined without internet leans towards **no address**: phones and guests use leases up, and a long lease holds them for days. The scope’s statistics settle it.',
      conclusion:
        'The **scope has no addresses left**, so new devices join and get none. Shorter leases for a network where people come and go, and more addresses, solve it; restarting the access points only hides it for a day.',
      fix: enlargeScope,
    },
    {
      name: 'driver or power saving on some laptops',
      signs: [
        sign(3, /driver|power (?:down|saving|management)|adapter (?:was )?(?:reset|disabled)/i, 'wlan_report'),
        sign(2, /some laptops/i, 'devices'),
        sign(2, /same model|after sleep|when idle/i, 'model', 'words'),
        sign(1, /then drops/i, 'step'),
        sign(-2, /^all devices|everyone/i, 'devices'),
        sign(-2, /cannot join|no internet/i, 'step'),
      ],
      asks: ['model', 'wlan_report'],
      suspicion:
        'Drops on some laptops while others beside them stay lean towards **their driver or power saving**, not towards the access points. What those laptops share settles it.',
      conclusion:
        'The drops **follow the laptops**, not the place: driver or power saving lets the adapter go to sleep and not come back in time. Take power saving from the adapter first, and bring the driver to the vendor’s version.',
      fix: steadyAdapter,
    },
  ],
  exhausted:
    'Authentication, addresses and the laptops themselves are cleared by what you recorded. What remains needs the controller and a walk: channel overlap, a radar channel (DFS) that an access point keeps leaving, too high transmit power that makes clients stick, or an uplink with errors. Take the controller’s log of one dropped client as the next piece of evidence.',
})
