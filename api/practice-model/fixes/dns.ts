import type { PracticeFix } from '../problem.ts'

export const replacePublicDns: PracticeFix = {
  title: 'Hand out only the domain’s own DNS servers',
  description:
    'Set DHCP option 6 of the scope to the domain’s DNS servers and take the public ones out. Clients follow at their next lease renewal; machines with a typed-in address have to be corrected one by one. The servers are tested before DHCP is changed.',
  script: {
    language: 'powershell',
    body: `# Run elevated on the DHCP server. Try it with -WhatIf first.
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory)][ipaddress]$ScopeId,
  [Parameter(Mandatory)][ipaddress[]]$DnsServer,
  [Parameter(Mandatory)][string]$Domain
)
$ErrorActionPreference = 'Stop'

# 1. Every new server must know the domain and the world.
foreach ($server in $DnsServer) {
  Resolve-DnsName "_ldap._tcp.dc._msdcs.$Domain" -Type SRV -Server $server -DnsOnly | Out-Null
  Resolve-DnsName microsoft.com -Type A -Server $server -DnsOnly | Out-Null
}

# 2. What is handed out now. The scope's own value wins over the server's.
$before = Get-DhcpServerv4OptionValue -ScopeId $ScopeId -OptionId 6 -ErrorAction SilentlyContinue
Write-Host "Scope option 6 now: $($before.Value -join ', ')"
Get-DhcpServerv4OptionValue -OptionId 6 -ErrorAction SilentlyContinue | Format-List Value

# 3. The change, and how to undo it.
if ($PSCmdlet.ShouldProcess("Scope $ScopeId", "Set DNS servers to $($DnsServer -join ', ')")) {
  Set-DhcpServerv4OptionValue -ScopeId $ScopeId -DnsServer $DnsServer
  if ($before) { Write-Host "To undo: Set-DhcpServerv4OptionValue -ScopeId $ScopeId -DnsServer $($before.Value -join ',')" }
}
Get-DhcpServerv4OptionValue -ScopeId $ScopeId -OptionId 6 | Format-List Value`,
  },
  afterwards:
    'On one client: ipconfig /renew, ipconfig /flushdns, then resolve an internal name ten times. Look for other scopes and for typed-in addresses.',
}

export const repairForwarders: PracticeFix = {
  title: 'Replace the dead forwarder of the DNS server',
  description:
    'Test each forwarder and the ones that should replace the dead, then set the list. Root hints stay as the last resort. Do the same on every DNS server: forwarders are not replicated.',
  script: {
    language: 'powershell',
    body: `# Run elevated on each DNS server. Try it with -WhatIf first.
[CmdletBinding(SupportsShouldProcess)]
param([Parameter(Mandatory)][ipaddress[]]$Forwarder)
$ErrorActionPreference = 'Stop'

function Test-Forwarder($Address) {
  [bool](Resolve-DnsName microsoft.com -Type A -Server $Address -DnsOnly -ErrorAction SilentlyContinue)
}

# 1. The present list, each tested.
$before = (Get-DnsServerForwarder).IPAddress
$before | ForEach-Object { [pscustomobject]@{ Forwarder = $_; Answers = Test-Forwarder $_ } } | Format-Table

# 2. Nothing is set that does not answer from here.
$silent = $Forwarder | Where-Object { -not (Test-Forwarder $_) }
if ($silent) { throw "No answer from $($silent -join ', '): nothing was changed." }

# 3. The change, and how to undo it.
if ($PSCmdlet.ShouldProcess($env:COMPUTERNAME, "Set forwarders to $($Forwarder -join ', ')")) {
  Set-DnsServerForwarder -IPAddress $Forwarder
  Write-Host "To undo: Set-DnsServerForwarder -IPAddress $($before -join ',')"
  Clear-DnsServerCache -Force
}
(Get-DnsServerForwarder).IPAddress`,
  },
  afterwards:
    'Resolve three outside names that nobody asked for today, and watch the time. Then repeat it on the other DNS servers.',
}

export const replaceStaleRecord: PracticeFix = {
  title: 'Remove the stale record and register the machine anew',
  description:
    'Remove exactly the record with the old address, then let the machine register itself. The old address must not answer any more: if it does, two machines share a name, and that is the real fault.',
  script: {
    language: 'powershell',
    body: `# Run elevated on a DNS server of the zone. Try it with -WhatIf first.
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
  [Parameter(Mandatory)][string]$Zone,
  [Parameter(Mandatory)][string]$HostName,
  [Parameter(Mandatory)][ipaddress]$OldAddress
)
$ErrorActionPreference = 'Stop'

# 1. All addresses of the name; only the old one is touched.
$records = Get-DnsServerResourceRecord -ZoneName $Zone -Name $HostName -RRType A
$records | Format-Table HostName, Timestamp, @{ n = 'Address'; e = { $_.RecordData.IPv4Address } }
$stale = $records | Where-Object { $_.RecordData.IPv4Address -eq $OldAddress }
if (-not $stale) { throw "$HostName has no record with $OldAddress." }

# 2. If something still answers there, find out what it is first.
if (Test-Connection -ComputerName $OldAddress.IPAddressToString -Count 2 -Quiet) {
  throw "$OldAddress still answers: two machines may share the name. Nothing was changed."
}

# 3. Remove it. To undo: Add-DnsServerResourceRecordA with the same name and address.
if ($PSCmdlet.ShouldProcess("$HostName.$Zone", "Remove A record $OldAddress")) {
  Remove-DnsServerResourceRecord -ZoneName $Zone -InputObject $stale -Force
  Clear-DnsServerCache -Force
  Write-Host 'Now run ipconfig /registerdns on the machine itself.'
}
Get-DnsServerZoneAging -Name $Zone | Format-List AgingEnabled, RefreshInterval, NoRefreshInterval`,
  },
  afterwards:
    'Run ipconfig /registerdns on the machine and ipconfig /flushdns on a client, then resolve the name. If AgingEnabled is False, plan scavenging for the zone.',
}
