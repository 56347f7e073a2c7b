import type { PracticeFix } from '../problem.ts'

export const renameUnsyncable: PracticeFix = {
  title: 'Rename what OneDrive cannot sync',
  description:
    'Trim blanks at the ends of names and take reserved names out of the way. Content and dates stay. Paths beyond 400 characters are only listed: shorten a folder high up, with the user. Run it with -WhatIf and show the user the list first.',
  script: {
    language: 'powershell',
    body: String.raw`# Run in the user's own session. With -WhatIf it only shows what would be renamed.
[CmdletBinding(SupportsShouldProcess)]
param([string]$Folder = $env:OneDriveCommercial)
$ErrorActionPreference = 'Stop'

if (-not $Folder -or -not (Test-Path -LiteralPath $Folder)) { throw 'No OneDrive folder found for this user.' }
$items = Get-ChildItem -LiteralPath $Folder -Recurse -Force -ErrorAction SilentlyContinue

# 1. Blanks at the ends of a name, reserved device names. The deepest first, so that paths stay true.
$reserved = '^(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\..*)?$'
$bad = $items | Where-Object { $_.Name -ne $_.Name.Trim() -or $_.Name -match $reserved } |
  Sort-Object { $_.FullName.Length } -Descending
foreach ($item in $bad) {
  $name = $item.Name.Trim()
  if ($name -match $reserved) { $name = "_$name" }
  $target = Join-Path (Split-Path -LiteralPath $item.FullName) $name
  if (Test-Path -LiteralPath $target) { Write-Warning "$target exists already: rename by hand."; continue }
  if ($PSCmdlet.ShouldProcess($item.FullName, "Rename to $name")) {
    Rename-Item -LiteralPath $item.FullName -NewName $name -ErrorAction Continue
  }
}

# 2. Too long for the cloud: only listed.
$items | Where-Object { $_.FullName.Length -gt 400 } |
  Select-Object @{ n = 'Length'; e = { $_.FullName.Length } }, FullName`,
  },
  afterwards:
    'The red cross goes within minutes. “View sync problems” must be empty, and a file changed on the PC must show up on the web.',
}

export const raiseQuota: PracticeFix = {
  title: 'Raise the user’s OneDrive quota',
  description:
    'Raise the quota of the personal site, within the licence (1 TB, more with some plans). If it is at its limit already, empty the recycle bin and old versions with the user instead. Nothing is deleted by the script.',
  script: {
    language: 'powershell',
    body: `# Needs Microsoft.Online.SharePoint.PowerShell and a SharePoint administrator. Try it with -WhatIf first.
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory)][string]$AdminUrl,
  [Parameter(Mandatory)][string]$PersonalSiteUrl,
  [ValidateRange(1, 5120)][int]$QuotaGB = 1024
)
$ErrorActionPreference = 'Stop'

Connect-SPOService -Url $AdminUrl

# 1. Use and quota now, in GB.
$site = Get-SPOSite -Identity $PersonalSiteUrl
'{0:N1} of {1:N1} GB used' -f ($site.StorageUsageCurrent / 1024), ($site.StorageQuota / 1024)

# 2. Only upwards.
$quota = $QuotaGB * 1024
if ($quota -le $site.StorageQuota) { throw 'The quota is that high already: make room with the user instead.' }
if ($PSCmdlet.ShouldProcess($PersonalSiteUrl, "Raise quota to $QuotaGB GB")) {
  Set-SPOSite -Identity $PersonalSiteUrl -StorageQuota $quota -StorageQuotaWarningLevel ([int]($quota * 0.9))
  Write-Host "To undo: Set-SPOSite -Identity $PersonalSiteUrl -StorageQuota $($site.StorageQuota)"
}
Get-SPOSite -Identity $PersonalSiteUrl | Format-List Url, StorageUsageCurrent, StorageQuota`,
  },
  afterwards:
    'The yellow warning goes within some hours, or after a restart of the client. Look at versions and recycle bin before it fills again.',
}

export const resetClient: PracticeFix = {
  title: 'Reset the OneDrive client on the PC',
  description:
    'Reset the client’s database; files stay where they are, and everything is compared anew, which takes hours on a large library. First copy what exists only on this PC out of the OneDrive folder. Chosen folders and limits have to be set again.',
  script: {
    language: 'powershell',
    body: String.raw`# Run in the user's own session, not elevated, AFTER files that exist only here were copied elsewhere.
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param()
$ErrorActionPreference = 'Stop'

# 1. The client may be installed per user or per machine.
$client = @(
  (Join-Path $env:LOCALAPPDATA 'Microsoft\OneDrive\OneDrive.exe'),
  (Join-Path $env:ProgramFiles 'Microsoft OneDrive\OneDrive.exe')
) | Where-Object { Test-Path $_ } | Select-Object -First 1
if (-not $client) { throw 'OneDrive.exe was not found: install the client anew instead.' }
(Get-Item $client).VersionInfo.FileVersion

# 2. Reset. The icon disappears and comes back within some minutes.
if ($PSCmdlet.ShouldProcess($client, 'Reset OneDrive')) {
  & $client /reset
  Start-Sleep -Seconds 120
  if (-not (Get-Process OneDrive -ErrorAction SilentlyContinue)) { Start-Process $client }
}
Get-Process OneDrive -ErrorAction SilentlyContinue | Select-Object Id, StartTime`,
  },
  afterwards:
    'Wait until the arrows end (hours for a large library), then change one file on each side and see both arrive. Only then delete the safety copy.',
}
