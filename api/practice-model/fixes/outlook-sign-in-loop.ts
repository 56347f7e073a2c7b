import type { PracticeFix } from '../problem.ts'

export const renewSignInOfPc: PracticeFix = {
  title: 'Renew the token broker and clear Office’s saved credentials on the PC',
  description:
    'In the user’s session: close Office, remove Office’s entries from the Credential Manager, register the AAD broker plug-in again if it is missing, and ask for a new primary refresh token. The Outlook profile and its data file stay as they are.',
  script: {
    language: 'powershell',
    body: String.raw`# Run in the affected user's own session, not elevated. Outlook must be closed: unsaved mails are lost otherwise.
[CmdletBinding(SupportsShouldProcess)]
param()

if (Get-Process OUTLOOK -ErrorAction SilentlyContinue) { throw 'Close Outlook first, then run this again.' }

# 1. Office's saved credentials; everything else in the Credential Manager stays.
$targets = cmdkey /list | Select-String 'Target:\s*(.*MicrosoftOffice1[56]_Data.*)$' |
  ForEach-Object { $_.Matches[0].Groups[1].Value.Trim() }
foreach ($target in $targets) {
  if ($PSCmdlet.ShouldProcess($target, 'Delete saved credential')) { cmdkey "/delete:$target" }
}

# 2. The broker plug-in, if this user has lost it.
if (-not (Get-AppxPackage Microsoft.AAD.BrokerPlugin)) {
  if ($PSCmdlet.ShouldProcess('Microsoft.AAD.BrokerPlugin', 'Register')) {
    $manifest = Join-Path $env:windir 'SystemApps\Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy\Appxmanifest.xml'
    Add-AppxPackage -Register $manifest -DisableDevelopmentMode -ForceApplicationShutdown
  }
}

# 3. Ask for a new primary refresh token, and show the result. Locking and unlocking the PC does the same.
if ($PSCmdlet.ShouldProcess($env:USERNAME, 'Refresh the primary refresh token')) { dsregcmd /refreshprt }
dsregcmd /status | Select-String 'AzureAdPrt|WamDefaultSet'`,
  },
  afterwards:
    'Open Outlook, sign in once, restart it: no prompt, and `AzureAdPrt : YES`. If the token stays missing on a joined PC, its registration is the next thing to look at.',
}

export const allowModernSignIn: PracticeFix = {
  title: 'Remove the registry override that blocks modern sign-in',
  description:
    'Save the user’s Office identity key, then remove EnableADAL=0, DisableADALatopWAMOverride and DisableAADWAM, so that Office uses modern sign-in through the broker again. Find out what set them: a group policy or a logon script would bring them back.',
  script: {
    language: 'powershell',
    body: String.raw`# Run in the affected user's own session, with Office closed. Try it with -WhatIf first.
[CmdletBinding(SupportsShouldProcess)]
param()

$key = 'HKCU:\Software\Microsoft\Office\16.0\Common\Identity'
if (-not (Test-Path $key)) { throw 'There is no Office identity key for this user: nothing to remove.' }

# 1. Keep a copy. To undo: reg import with this file.
$backup = Join-Path $env:TEMP ('office-identity-' + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.reg')
reg export 'HKCU\Software\Microsoft\Office\16.0\Common\Identity' $backup | Out-Null
Write-Host "Backup: $backup"

# 2. Remove only the overrides that are there.
foreach ($name in 'EnableADAL', 'DisableADALatopWAMOverride', 'DisableAADWAM') {
  $value = (Get-ItemProperty $key).$name
  if ($null -eq $value) { continue }
  if ($PSCmdlet.ShouldProcess("$name = $value", 'Remove override')) { Remove-ItemProperty -Path $key -Name $name }
}

# 3. A policy would set them again.
Get-ItemProperty 'HKCU:\Software\Policies\Microsoft\Office\16.0\Common\Identity' -ErrorAction SilentlyContinue
gpresult /r /scope user`,
  },
  afterwards:
    'Start Outlook: the Microsoft sign-in page instead of the small box, once. Look again after the next logon, in case a policy or script sets the value back.',
}

export const fitConditionalAccess: PracticeFix = {
  title: 'Clear the refusal that Entra’s sign-in log names',
  description:
    'Work from the error code: unlock or correct the account (50053, 50055, 50057, 50126), or make the device or client meet the policy that refuses (53000 to 53003). The script only reads: it shows the account’s state and the policy that failed. Change a policy in report-only mode first; don’t exclude the user from it.',
  script: {
    language: 'powershell',
    body: `# Reads only. Needs the Microsoft.Graph modules and an admin who may read users and sign-in logs.
param([Parameter(Mandatory)][string]$UserPrincipalName)

Connect-MgGraph -Scopes 'User.Read.All', 'AuditLog.Read.All', 'Policy.Read.All' -NoWelcome

# 1. The account: enabled, synchronised, when its password changed.
Get-MgUser -UserId $UserPrincipalName -Property DisplayName, AccountEnabled, OnPremisesSyncEnabled, LastPasswordChangeDateTime |
  Format-List DisplayName, AccountEnabled, OnPremisesSyncEnabled, LastPasswordChangeDateTime

# 2. The refused sign-ins, with the policy that failed.
Get-MgAuditLogSignIn -Filter "userPrincipalName eq '$UserPrincipalName'" -Top 50 |
  Where-Object { $_.Status.ErrorCode -ne 0 } |
  ForEach-Object {
    [pscustomobject]@{
      Time   = $_.CreatedDateTime
      App    = $_.AppDisplayName
      Client = $_.ClientAppUsed
      Error  = $_.Status.ErrorCode
      Reason = $_.Status.FailureReason
      Policy = ($_.AppliedConditionalAccessPolicies | Where-Object Result -eq 'failure').DisplayName -join ', '
    }
  } | Format-Table -AutoSize -Wrap`,
  },
  afterwards:
    'Let the user sign in to Outlook on the web first, then to Outlook. The sign-in log must show a success for both.',
}
