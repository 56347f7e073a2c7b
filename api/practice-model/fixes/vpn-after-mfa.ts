import type { PracticeFix } from '../problem.ts'

export const offerPeapAgain: PracticeFix = {
  title: 'Re-enable PEAP-MSCHAPv2 on the office VPN policy',
  description:
    'The office VPN policy no longer offers an EAP type that the laptops can use; those without a client certificate fail EAP-TLS. Put PEAP with MSCHAPv2 back in nps.msc (office policy › Constraints › Authentication Methods). The script backs NPS up, checks the server certificate, opens the console for that one change, and reads the log afterwards. It is the way back to work; client certificates are the better end state.',
  script: {
    language: 'powershell',
    body: String.raw`# Run on the NPS server, elevated. No cmdlet edits the EAP types of a network policy, so this script
# backs NPS up, checks what PEAP needs, opens the console for the one change, and verifies.
#Requires -RunAsAdministrator
$ErrorActionPreference = 'Stop'

# 1. Back up the configuration. It holds RADIUS shared secrets: administrators and SYSTEM only.
$folder = Join-Path $env:ProgramData 'nps-backup'
New-Item -ItemType Directory -Path $folder -Force | Out-Null
icacls $folder /inheritance:r /grant '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-18:(OI)(CI)F' | Out-Null
$backup = Join-Path $folder ('nps-' + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.xml')
Export-NpsConfiguration -Path $backup
Write-Host "Backup: $backup. To undo: Import-NpsConfiguration -Path '$backup'"

# 2. PEAP needs a valid server certificate. Without one, stop here.
$certificates = Get-ChildItem Cert:\LocalMachine\My | Where-Object {
  $_.HasPrivateKey -and $_.NotAfter -gt (Get-Date) -and
  $_.EnhancedKeyUsageList.ObjectId -contains '1.3.6.1.5.5.7.3.1'
}
if (-not $certificates) { throw 'No valid server authentication certificate here: PEAP cannot work.' }
$certificates | Format-Table Subject, NotAfter, Thumbprint

# 3. The policies in their order: the office VPN policy must be the one that matches.
netsh nps show np

# 4. The change: office VPN policy > Constraints > Authentication Methods > Add > Microsoft: Protected EAP (PEAP);
#    Edit > the certificate above > inner type Secured password (EAP-MSCHAP v2).
Start-Process nps.msc
$changed = Get-Date
Read-Host 'Save the policy, let one affected user reconnect, then press Enter'

# 5. What NPS granted (6272) and refused (6273) since then.
$filter = @{ LogName = 'Security'; Id = 6272, 6273; StartTime = $changed }
Get-WinEvent -FilterHashtable $filter -ErrorAction SilentlyContinue | ForEach-Object {
  [pscustomobject]@{
    Time   = $_.TimeCreated
    Event  = $_.Id
    Reason = [regex]::Match($_.Message, 'Reason Code:\s*(\d+)').Groups[1].Value
  }
}`,
  },
  afterwards:
    'Let two affected laptops stay connected for ten minutes: event 6272 in the NPS log, no 6273. And keep a copy of the policy, as the next update may reset it.',
}

export const raiseRadiusTimeout: PracticeFix = {
  title: 'Raise the gateway’s RADIUS timeout to 60 seconds',
  description:
    'Set the RADIUS timeout for the NPS server to 60 seconds with one retry, so that a push approval fits in. The change is made on the gateway; the script shows on the NPS server how long approvals take and how often the gateway asks again, before and after.',
  script: {
    language: 'powershell',
    body: String.raw`# Run on the NPS server that has the MFA extension, elevated. Reads only.
# The change is made on the gateway: RADIUS timeout 60 seconds, one retry. For example
#   FortiGate  config system global, set remoteauthtimeout 60, end
#   Cisco ASA  aaa-server <group> (<interface>) host <nps>, timeout 60
#Requires -RunAsAdministrator

# Several requests of one user within a minute are retries of the gateway.
$filter = @{ LogName = 'Security'; Id = 6272, 6273, 6274; StartTime = (Get-Date).AddHours(-4) }
Get-WinEvent -FilterHashtable $filter -ErrorAction SilentlyContinue | ForEach-Object {
  [pscustomobject]@{
    Time   = $_.TimeCreated
    Event  = $_.Id
    User   = [regex]::Match($_.Message, 'Account Name:\s*(\S+)').Groups[1].Value
    Reason = [regex]::Match($_.Message, 'Reason Code:\s*(\d+)').Groups[1].Value
  }
} | Sort-Object User, Time | Format-Table -AutoSize

# The MFA extension's own log of the same requests.
Get-WinEvent -LogName AuthZOptCh -MaxEvents 20 -ErrorAction SilentlyContinue | Format-List TimeCreated, Message`,
  },
  afterwards: 'Let one user wait half a minute before approving: one prompt, one event 6272, no second request.',
}

export const lengthenTimers: PracticeFix = {
  title: 'Set the gateway’s session and idle timers to a working day',
  description:
    'Raise the session lifetime to ten hours and the idle timeout to one, as far as the client’s policy allows. Made on the gateway; the script proves on a laptop that the session outlives the old limit.',
  script: {
    language: 'powershell',
    body: `# Run on an affected laptop as its user, with the built-in VPN client connected. Reads only; Ctrl+C stops it.
param([int]$Minutes = 90)

function Get-AnyVpn { @(Get-VpnConnection) + @(Get-VpnConnection -AllUserConnection) }

Get-AnyVpn | Format-List Name, ServerAddress, TunnelType, IdleDisconnectSeconds, ConnectionStatus
if (-not (Get-AnyVpn | Where-Object ConnectionStatus -eq 'Connected')) { throw 'Connect the VPN first.' }

$started = Get-Date
do {
  Start-Sleep -Seconds 15
  $age = ((Get-Date) - $started).TotalMinutes
  $connected = Get-AnyVpn | Where-Object ConnectionStatus -eq 'Connected'
} while ($connected -and $age -lt $Minutes)

if ($connected) { 'Still connected after {0:N0} minutes' -f $age } else { 'Disconnected after {0:N1} minutes' -f $age }`,
  },
  afterwards:
    'One user stays connected past the old limit, once working and once idle. How long a session may last is the client’s decision: have it in writing.',
}
