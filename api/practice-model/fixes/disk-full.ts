import type { PracticeFix } from '../problem.ts'

export const trimWebLogs: PracticeFix = {
  title: 'Remove IIS logs older than 30 days, and keep it that way',
  description:
    'Delete IIS log files older than the agreed age and leave the newest of every site alone. Ask the client first whether logs must be kept for compliance; then copy them off before this runs. Run it with -WhatIf, read the list, then without.',
  script: {
    language: 'powershell',
    body: String.raw`# Run elevated. With -WhatIf it only lists what would go.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess)]
param(
  [string]$Folder = 'C:\inetpub\logs\LogFiles',
  [ValidateRange(7, 3650)][int]$KeepDays = 30
)
$ErrorActionPreference = 'Stop'

if (-not (Test-Path $Folder)) { throw "$Folder does not exist: look up the sites' log folder in IIS Manager." }

# 1. Only *.log files in the log folder, older than the limit.
$old = Get-ChildItem $Folder -Recurse -File -Filter *.log | Where-Object LastWriteTime -lt (Get-Date).AddDays(-$KeepDays)
$gb = [math]::Round(($old | Measure-Object Length -Sum).Sum / 1GB, 1)
Write-Host "$(@($old).Count) files older than $KeepDays days, $gb GB"

# 2. Remove them one by one; a file in use is reported and stays.
foreach ($file in $old) {
  if ($PSCmdlet.ShouldProcess($file.FullName, 'Remove')) { Remove-Item $file.FullName -ErrorAction Continue }
}

Get-Volume -DriveLetter $Folder[0] | Format-List DriveLetter, SizeRemaining, Size`,
  },
  afterwards:
    'Free space is back at once. Put the script into a weekly scheduled task and let the monitoring warn at 15 % next time.',
}

export const capShadowStorage: PracticeFix = {
  title: 'Limit the shadow copy storage of the volume',
  description:
    'Set a maximum for shadow copies, so that Windows drops the oldest ones. What is dropped cannot be brought back: confirm a good backup of today first. Where a backup product uses them, run it outside the backup window.',
  script: {
    language: 'powershell',
    body: `# Run elevated, with a good backup of today and outside the backup window. Lowering the limit deletes the oldest copies.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
  [ValidatePattern('^[A-Z]:$')][string]$Volume = 'C:',
  [ValidateRange(5, 50)][int]$Percent = 10
)
$ErrorActionPreference = 'Stop'

# 1. Use and limit now, and the copies that there are, oldest first.
vssadmin list shadowstorage "/for=$Volume"
Get-CimInstance Win32_ShadowCopy | Sort-Object InstallDate | Format-Table InstallDate, VolumeName, ClientAccessible

# 2. The limit.
if ($PSCmdlet.ShouldProcess($Volume, "Limit shadow copies to $Percent %")) {
  vssadmin resize shadowstorage "/for=$Volume" "/on=$Volume" "/maxsize=$Percent%"
  if ($LASTEXITCODE -ne 0) { throw 'vssadmin refused the new limit: see its message above.' }
}

vssadmin list shadowstorage "/for=$Volume"
Get-Volume -DriveLetter $Volume[0] | Format-List DriveLetter, SizeRemaining, Size`,
  },
  afterwards:
    'Check after the next backup that the copies stay below the limit, and that “Previous versions” still reaches as far back as the client expects.',
}

export const cleanComponentStore: PracticeFix = {
  title: 'Clean the component store with DISM',
  description:
    'Let DISM remove superseded components. It takes 10 to 60 minutes and loads the disk: do it outside working hours. Without /ResetBase, installed updates can still be uninstalled.',
  script: {
    language: 'powershell',
    body: String.raw`# Run elevated, outside working hours. Try it with -WhatIf first.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess)]
param()
$ErrorActionPreference = 'Stop'

# 1. Not while an update waits for a restart: DISM would fail half way.
$pending = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'
if (Test-Path $pending) { throw 'A restart is pending. Restart first, then run this again.' }

# 2. What Windows says can go.
Dism.exe /Online /Cleanup-Image /AnalyzeComponentStore

# 3. Clean. /ResetBase is left out on purpose: it would make every update permanent.
$before = (Get-Volume -DriveLetter C).SizeRemaining
if ($PSCmdlet.ShouldProcess('Component store', 'Clean superseded components')) {
  Dism.exe /Online /Cleanup-Image /StartComponentCleanup
  if ($LASTEXITCODE -notin 0, 3010) { throw "DISM ended with code $LASTEXITCODE." }
}
'{0:N1} GB freed' -f (((Get-Volume -DriveLetter C).SizeRemaining - $before) / 1GB)`,
  },
  afterwards:
    'Restart if DISM asks for it. If little came back, WinSxS was not the eater: sort the largest files instead.',
}
