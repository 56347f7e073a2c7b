import type { PracticeFix } from '../problem.ts'

export const endStaleSessions: PracticeFix = {
  title: 'End the user’s stale sessions on the caller, then unlock',
  description:
    'Log off the user’s disconnected sessions on the calling machine, list services and tasks that run as the user (they need an account of their own), and unlock. Logging off ends what runs in that session: ask the user about unsaved work first.',
  script: {
    language: 'powershell',
    body: String.raw`# Run as a domain administrator with the RSAT ActiveDirectory module. Try it with -WhatIf first.
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
  [Parameter(Mandatory)][string]$UserName,
  [Parameter(Mandatory)][string]$Computer
)
$ErrorActionPreference = 'Stop'

# 1. Services and tasks that run as the user: only listed. Give them a (group managed) service account.
Get-CimInstance Win32_Service -ComputerName $Computer |
  Where-Object StartName -match "(^|\\)$([regex]::Escape($UserName))(@|$)" | Format-Table Name, StartName, State
Get-ScheduledTask -CimSession $Computer |
  Where-Object { $_.Principal.UserId -match "(^|\\)$([regex]::Escape($UserName))$" } | Format-Table TaskPath, TaskName, State

# 2. Disconnected sessions of exactly this user. A disconnected line has no session name: name, id, state.
$sessions = & { $ErrorActionPreference = 'Continue'; quser $UserName "/server:$Computer" 2>$null } | Select-Object -Skip 1
foreach ($line in $sessions) {
  if ($line -match '^[\s>]*(\S+)\s+(\d+)\s+Disc') {
    if ($PSCmdlet.ShouldProcess("$($Matches[1]) on $Computer, session $($Matches[2])", 'Log off')) {
      logoff $Matches[2] "/server:$Computer"
    }
  }
}

# 3. Unlock, and watch whether it lasts.
if ($PSCmdlet.ShouldProcess($UserName, 'Unlock account')) { Unlock-ADAccount -Identity $UserName }
Get-ADUser $UserName -Properties LockedOut, BadLogonCount, LastBadPasswordAttempt |
  Format-List SamAccountName, LockedOut, BadLogonCount, LastBadPasswordAttempt`,
  },
  afterwards:
    'Look at BadLogonCount after half an hour: it must stay at 0. If it climbs, something on that machine was missed.',
}

export const forgetOldPasswordOnDevice: PracticeFix = {
  title: 'Forget the Wi-Fi on the user’s device, then unlock',
  description:
    'Find the device by its MAC address, let the user forget the network on it and join anew with the present password; then unlock. Certificates (EAP-TLS) for mobile devices would end this kind of ticket.',
  script: {
    language: 'powershell',
    body: String.raw`# Run elevated on the NPS server, with the RSAT ActiveDirectory module. Unlocks only with -Unlock.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory)][string]$UserName,
  [switch]$Unlock
)

# 1. The refused devices of this user in the last eight hours, with count and last attempt.
$filter = @{ LogName = 'Security'; Id = 6273; StartTime = (Get-Date).AddHours(-8) }
Get-WinEvent -FilterHashtable $filter -ErrorAction SilentlyContinue |
  Where-Object Message -match "Account Name:\s*(\S+\\)?$([regex]::Escape($UserName))\b" |
  ForEach-Object {
    [pscustomobject]@{
      Time   = $_.TimeCreated
      Device = [regex]::Match($_.Message, 'Calling Station Identifier:\s*(\S+)').Groups[1].Value
    }
  } | Group-Object Device |
  ForEach-Object { [pscustomobject]@{ Device = $_.Name; Attempts = $_.Count; Last = ($_.Group.Time | Measure-Object -Maximum).Maximum } }

# 2. Only after the network was forgotten on the device: otherwise it locks the account again at once.
if ($Unlock -and $PSCmdlet.ShouldProcess($UserName, 'Unlock account')) { Unlock-ADAccount -Identity $UserName }
Get-ADUser $UserName -Properties LockedOut, LastBadPasswordAttempt | Format-List SamAccountName, LockedOut, LastBadPasswordAttempt`,
  },
  afterwards: 'Run it once more after half an hour: no new attempt from that device, and the account stays open.',
}

export const blockPasswordSpray: PracticeFix = {
  title: 'Block the guessing addresses and look for a success among them',
  description:
    'Block the addresses that fail most on the machine that faces the internet, and read whether any logon from them succeeded. A block is first aid: the door itself belongs behind VPN or MFA. If there was a success, stop here and treat it as an incident.',
  script: {
    language: 'powershell',
    body: `# Run elevated on the machine that faces the internet. With -WhatIf it only reports.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param([ValidateRange(10, 100000)][int]$MinFailures = 50)

# 1. Outside addresses with many failed logons in the last day. Private addresses are never blocked.
$private = '^(10[.]|192[.]168[.]|172[.](1[6-9]|2[0-9]|3[01])[.]|127[.]|169[.]254[.]|::1|fe80|-|$)'
$since = (Get-Date).AddDays(-1)
$sources = Get-WinEvent -FilterHashtable @{ LogName = 'Security'; Id = 4625; StartTime = $since } -ErrorAction SilentlyContinue |
  ForEach-Object { [string]$_.Properties[19].Value } | Where-Object { $_ -notmatch $private } |
  Group-Object | Where-Object Count -ge $MinFailures | Sort-Object Count -Descending
$sources | Format-Table Count, Name
if (-not $sources) { return }

# 2. Did a logon from one of them succeed? Then this is an incident: stop and escalate.
$successes = Get-WinEvent -FilterHashtable @{ LogName = 'Security'; Id = 4624; StartTime = $since } -ErrorAction SilentlyContinue |
  Where-Object { $_.Properties[18].Value -in $sources.Name } |
  Select-Object TimeCreated, @{ n = 'Account'; e = { $_.Properties[5].Value } }, @{ n = 'Address'; e = { $_.Properties[18].Value } }
if ($successes) { Write-Warning 'A logon from a guessing address SUCCEEDED:'; $successes | Format-Table }

# 3. One rule with all of them; to undo: Remove-NetFirewallRule -DisplayName with this name.
$rule = 'Block password guessing ' + (Get-Date -Format 'yyyy-MM-dd HH.mm')
if ($PSCmdlet.ShouldProcess(($sources.Name -join ', '), 'Block inbound')) {
  New-NetFirewallRule -DisplayName $rule -Direction Inbound -Action Block -RemoteAddress $sources.Name | Format-List DisplayName, Enabled
}`,
  },
  afterwards:
    'Unlock the accounts, let those that were tried change weak passwords, and put the door behind VPN or MFA: the next addresses come tomorrow.',
}
