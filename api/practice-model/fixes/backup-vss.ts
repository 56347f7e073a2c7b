import type { PracticeFix } from '../problem.ts'

export const restartFailedWriters: PracticeFix = {
  title: 'Restart the services behind the failed VSS writers',
  description:
    'Find the failed writers and restart only the services that own them. SQL Server, Exchange and Active Directory are never restarted by this script: it names them, and they need a window. Then run one backup by hand.',
  script: {
    language: 'powershell',
    body: `# Run elevated while no backup runs. With -WhatIf it only names the services.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param()
$ErrorActionPreference = 'Stop'

# Services that own the common writers. Others are only named: restarting them interrupts users.
$safe = @{
  'WMI Writer'              = 'Winmgmt'
  'System Writer'           = 'CryptSvc'
  'BITS Writer'             = 'BITS'
  'MSSearch Service Writer' = 'WSearch'
  'Registry Writer'         = 'VSS'
  'COM+ REGDB Writer'       = 'VSS'
  'Shadow Copy Optimization Writer' = 'VSS'
  'IIS Config Writer'       = 'AppHostSvc'
  'Task Scheduler Writer'   = $null
}

# 1. Writers that are not stable, from English output.
$text = (vssadmin list writers) -join [Environment]::NewLine
$failed = [regex]::Matches($text, "Writer name: '([^']+)'[^']*?State: .([0-9]+). ([^ ]+)") |
  Where-Object { $_.Groups[2].Value -ne '1' } | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique
if (-not $failed) { Write-Host 'Every writer is stable.'; return }

# 2. Restart what is safe, name the rest.
$services = $failed | ForEach-Object { if ($safe[$_]) { $safe[$_] } else { Write-Warning "$_ : plan a restart of its service in a window." } }
foreach ($name in $services | Sort-Object -Unique) {
  if ($PSCmdlet.ShouldProcess($name, 'Restart service')) { Restart-Service $name -Force }
}

vssadmin list writers | Select-String 'Writer name|State|Last error'`,
  },
  afterwards:
    'Run one backup by hand, then watch the scheduled one. If the same writer fails again, move the job away from what runs at that hour.',
}

export const makeRoomForSnapshots: PracticeFix = {
  title: 'Give shadow copies a sane limit on a volume with room',
  description:
    'Raise the limit of shadow storage, on the volume itself or on another one with space. Raising deletes nothing. To move the storage to another volume, its existing copies must go first: the script does not do that.',
  script: {
    language: 'powershell',
    body: `# Run elevated. Raises a limit, never lowers it. Try it with -WhatIf first.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess)]
param(
  [ValidatePattern('^[A-Z]:$')][string]$Volume = 'C:',
  [ValidateRange(10, 50)][int]$Percent = 15
)
$ErrorActionPreference = 'Stop'

# 1. Room and limit now.
$disk = Get-Volume -DriveLetter $Volume[0]
'{0} {1:N1} of {2:N1} GB free' -f $Volume, ($disk.SizeRemaining / 1GB), ($disk.Size / 1GB)
vssadmin list shadowstorage "/for=$Volume"
if ($disk.SizeRemaining / $disk.Size -lt 0.1) { throw 'Less than 10 % is free: make room on the volume first.' }

# 2. Never lower: that would delete shadow copies.
$id = $disk.UniqueId
$now = Get-CimInstance Win32_ShadowStorage | Where-Object { $_.Volume.DeviceID -eq $id } | Select-Object -First 1
if ($now -and $now.MaxSpace -ge $disk.Size * $Percent / 100) { throw 'The limit is that high already: room is not the cause.' }

# 3. Set the limit, or create the association where there is none yet.
if ($PSCmdlet.ShouldProcess($Volume, "Limit shadow storage to $Percent %")) {
  $verb = if ($now) { 'resize' } else { 'add' }
  vssadmin $verb shadowstorage "/for=$Volume" "/on=$Volume" "/maxsize=$Percent%"
  if ($LASTEXITCODE -ne 0) { throw 'vssadmin refused: see its message above.' }
}
vssadmin list shadowstorage "/for=$Volume"`,
  },
  afterwards: 'Run one backup by hand and look for volsnap events 25, 35 or 36: there must be none.',
}

export const separateBackupProducts: PracticeFix = {
  title: 'Keep one backup product on the machine, or part their windows',
  description:
    'Decide with the client which product protects this machine. Remove the other’s agent with its own uninstaller, or move its window so that the two never touch. The script only reads: providers, agents, and when snapshots were made.',
  script: {
    language: 'powershell',
    body: String.raw`# Run elevated. Reads only: which agents there are, and when each took snapshots.
#Requires -RunAsAdministrator

# 1. Providers, and agents with their uninstallers.
vssadmin list providers
$keys = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*',
  'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*'
Get-ItemProperty $keys -ErrorAction SilentlyContinue |
  Where-Object DisplayName -match 'backup|veeam|acronis|datto|shadowprotect|replica' |
  Sort-Object DisplayName | Format-List DisplayName, DisplayVersion, Publisher, UninstallString

# 2. Snapshots that exist now, with their time: two makers at one hour are the conflict.
Get-CimInstance Win32_ShadowCopy | Sort-Object InstallDate | Format-Table InstallDate, VolumeName, ClientAccessible

# 3. Tasks that may take snapshots: previous versions, Windows Server Backup.
Get-ScheduledTask | Where-Object TaskName -match 'ShadowCopy|Backup' |
  ForEach-Object {
    $info = $_ | Get-ScheduledTaskInfo
    [pscustomobject]@{ Task = $_.TaskPath + $_.TaskName; Last = $info.LastRunTime; Next = $info.NextRunTime }
  } | Format-Table -AutoSize`,
  },
  afterwards:
    'Two nights of both jobs without 0x80042316. Note in the client’s documentation which product protects the machine.',
}
