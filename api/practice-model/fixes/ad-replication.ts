import type { PracticeFix } from '../problem.ts'

export const registerInDns: PracticeFix = {
  title: 'Register the domain controller’s records anew',
  description:
    'Make sure that the domain controller asks a healthy partner’s DNS first and itself last, then let Netlogon register its records. Netlogon is restarted for some seconds. Changing the DNS servers is left to a parameter.',
  script: {
    language: 'powershell',
    body: `# Run elevated on the domain controller whose records are missing. Try it with -WhatIf first.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory)][string]$Domain,
  [string]$InterfaceAlias,
  [ipaddress[]]$DnsServer
)
$ErrorActionPreference = 'Stop'

# 1. Which DNS servers this domain controller asks. A public one must not be among them.
$before = Get-DnsClientServerAddress -AddressFamily IPv4 | Where-Object ServerAddresses
$before | Format-Table InterfaceAlias, ServerAddresses

# 2. If given: a healthy partner first, this server (127.0.0.1) last. Each must know the domain.
if ($InterfaceAlias -and $DnsServer) {
  foreach ($server in $DnsServer) { Resolve-DnsName "_msdcs.$Domain" -Type SOA -Server $server -DnsOnly | Out-Null }
  $old = ($before | Where-Object InterfaceAlias -eq $InterfaceAlias).ServerAddresses -join ','
  if ($PSCmdlet.ShouldProcess($InterfaceAlias, "Set DNS servers to $($DnsServer -join ', ') (were $old)")) {
    Set-DnsClientServerAddress -InterfaceAlias $InterfaceAlias -ServerAddresses $DnsServer.IPAddressToString
  }
}

# 3. Register host and locator records.
if ($PSCmdlet.ShouldProcess($env:COMPUTERNAME, 'Register DNS records and restart Netlogon')) {
  ipconfig /flushdns
  ipconfig /registerdns
  Restart-Service Netlogon
  nltest /dsregdns
}

dcdiag /test:dns /dnsrecordregistration "/s:$env:COMPUTERNAME"`,
  },
  afterwards:
    'Wait some minutes, then repadmin /syncall /AdeP on this server and repadmin /replsummary: no 8524 any more.',
}

export const openReplicationPorts: PracticeFix = {
  title: 'Open the replication ports between the domain controllers',
  description:
    'Allow, between the domain controllers’ addresses only: TCP and UDP 53, 88, 389, 464; TCP 135, 445, 636, 3268, 3269; TCP 49152–65535; UDP 123. Made on the firewall or VPN; the script tests both the fixed ports and RPC before and after.',
  script: {
    language: 'powershell',
    body: `# Run elevated on each of the two domain controllers, naming the other. Reads only.
param([Parameter(Mandatory)][string]$Partner)

# 1. The fixed TCP ports.
foreach ($port in 53, 88, 135, 389, 445, 464, 636, 3268) {
  [pscustomobject]@{
    Partner = $Partner
    Port    = $port
    Open    = Test-NetConnection $Partner -Port $port -InformationLevel Quiet -WarningAction SilentlyContinue
  }
}

# 2. RPC as a whole: answers only when 135 and the high ports are open.
Get-ADRootDSE -Server $Partner | Format-List dnsHostName, currentTime, isSynchronized
repadmin /bind $Partner

# 3. Is it the partner's own firewall? A domain controller must be on the Domain profile.
Get-NetConnectionProfile | Format-Table InterfaceAlias, NetworkCategory`,
  },
  afterwards: 'repadmin /syncall /AdeP from one side, then repadmin /replsummary: no 1722 in either direction.',
}

export const correctTime: PracticeFix = {
  title: 'Bring the domain controller’s clock back to the domain’s time',
  description:
    'Let the domain controller follow the domain’s hierarchy and resynchronise; only the PDC emulator asks an outside source. Switch time synchronisation from the hypervisor off for domain controllers, or it comes back. A jump of the clock can disturb running jobs: do it in a quiet minute.',
  script: {
    language: 'powershell',
    body: `# Run elevated on the domain controller that is off. Not for the PDC emulator: it needs an outside source.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess)]
param()
$ErrorActionPreference = 'Stop'

# 1. Never on the PDC emulator.
$pdc = (Get-ADDomain).PDCEmulator
if ($pdc -like "$env:COMPUTERNAME.*") { throw 'This is the PDC emulator: set its outside time source instead.' }

# 2. Where the time comes from, and how far it is off against the PDC emulator.
w32tm /query /source
w32tm /stripchart "/computer:$pdc" /samples:3 /dataonly

# 3. Follow the domain, and synchronise now.
if ($PSCmdlet.ShouldProcess($env:COMPUTERNAME, "Follow the domain's time ($pdc)")) {
  w32tm /config /syncfromflags:domhier /update
  Restart-Service W32Time
  w32tm /resync /rediscover
}
w32tm /stripchart "/computer:$pdc" /samples:3 /dataonly`,
  },
  afterwards:
    'w32tm /query /source must name a domain controller, not “VM IC Time Synchronization Provider”. Then repadmin /replsummary; look again tomorrow.',
}

export const resetMachinePassword: PracticeFix = {
  title: 'Reset the domain controller’s machine password against a healthy partner',
  description:
    'On the failing domain controller: stop its KDC, reset the machine password at a healthy partner, restart. Sign-ins at this server stop for some minutes: use a window, and have another domain controller up. Not after a snapshot revert with USN rollback (event 2095).',
  script: {
    language: 'powershell',
    body: `# Run elevated at the console of the failing domain controller, in a window. It restarts at the end.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
  [Parameter(Mandatory)][string]$HealthyPartner,
  [Parameter(Mandatory)][string]$AdminUser
)
$ErrorActionPreference = 'Stop'

# 1. Stop at a USN rollback, at a partner that does not answer, and on the partner itself.
$rollback = Get-WinEvent -FilterHashtable @{ LogName = 'Directory Service'; Id = 2095 } -MaxEvents 1 -ErrorAction SilentlyContinue
if ($rollback) { throw 'Event 2095 (USN rollback) is logged: demote and rebuild this server instead.' }
if ($HealthyPartner -like "$env:COMPUTERNAME*") { throw 'Name the healthy partner, not this server.' }
if (-not (Test-NetConnection $HealthyPartner -Port 389 -InformationLevel Quiet)) { throw "$HealthyPartner does not answer." }

# 2. Without its own KDC this server takes tickets from the partner. netdom asks for the password itself.
if ($PSCmdlet.ShouldProcess($env:COMPUTERNAME, "Reset the machine password at $HealthyPartner and restart")) {
  Set-Service Kdc -StartupType Manual
  Stop-Service Kdc
  klist -li 0x3e7 purge
  netdom resetpwd "/server:$HealthyPartner" "/userd:$AdminUser" /passwordd:*
  $result = $LASTEXITCODE
  Set-Service Kdc -StartupType Automatic
  if ($result -ne 0) { Start-Service Kdc; throw "netdom ended with code $($result), nothing was restarted." }
  Restart-Computer -Confirm
}`,
  },
  afterwards:
    'After the restart: the KDC service runs, repadmin /syncall /AdeP and repadmin /replsummary show no refusal, dcdiag passes.',
}
