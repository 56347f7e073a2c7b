import type { PracticeFix } from '../problem.ts'

export const registerNewPhone: PracticeFix = {
  title: 'Issue a Temporary Access Pass and let the user register the new phone',
  description:
    'After a call-back to a known number: issue a one-time pass for one hour, let the user register at aka.ms/mysecurityinfo, then remove the old device. Temporary Access Pass must be allowed in the authentication methods policy. The pass is shown once: read it out on that call, never mail it or paste it into a ticket.',
  script: {
    language: 'powershell',
    body: `# Needs the Microsoft.Graph modules and the role Authentication Administrator. Only after a call-back.
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
  [Parameter(Mandatory)][string]$UserPrincipalName,
  [string]$RemoveDevice
)
$ErrorActionPreference = 'Stop'

Connect-MgGraph -Scopes 'UserAuthenticationMethod.ReadWrite.All' -NoWelcome

# 1. What is registered now.
$devices = Get-MgUserAuthenticationMicrosoftAuthenticatorMethod -UserId $UserPrincipalName
$devices | Format-Table DisplayName, PhoneAppVersion, CreatedDateTime, Id

# 2. First run: a pass that works once, within an hour.
if (-not $RemoveDevice -and $PSCmdlet.ShouldProcess($UserPrincipalName, 'Issue a Temporary Access Pass')) {
  $pass = New-MgUserAuthenticationTemporaryAccessPassMethod -UserId $UserPrincipalName -BodyParameter @{
    lifetimeInMinutes = 60
    isUsableOnce      = $true
  }
  Write-Host "Read this out on the call, once: $($pass.TemporaryAccessPass)"
}

# 3. Second run, with -RemoveDevice and the old device's name, when the new phone has passed a sign-in.
if ($RemoveDevice) {
  $old = @($devices | Where-Object DisplayName -eq $RemoveDevice)
  if ($old.Count -ne 1) { throw "$($old.Count) devices are named '$RemoveDevice': remove it in the admin centre." }
  if (@($devices).Count -lt 2) { throw 'It is the only device: register the new phone first.' }
  if ($PSCmdlet.ShouldProcess("$RemoveDevice of $UserPrincipalName", 'Remove authenticator')) {
    Remove-MgUserAuthenticationMicrosoftAuthenticatorMethod -UserId $UserPrincipalName -MicrosoftAuthenticatorAuthenticationMethodId $old[0].Id
  }
}`,
  },
  afterwards:
    'One sign-in with the new phone, then the second run with -RemoveDevice. For a lost phone, revoke the sessions too and have the device wiped if it was managed.',
}

export const correctPhoneClock: PracticeFix = {
  title: 'Let the phone set its time by itself',
  description:
    'On the phone: date and time to automatic (network time), then try a code. Until then, a push or another registered method works. The script only shows from the account’s side whether codes pass again.',
  script: {
    language: 'powershell',
    body: `# Reads only. The change is made on the phone: automatic date and time, automatic time zone.
param([Parameter(Mandatory)][string]$UserPrincipalName)

Connect-MgGraph -Scopes 'AuditLog.Read.All', 'UserAuthenticationMethod.Read.All' -NoWelcome

# 1. Other methods that the user can use until then.
Get-MgUserAuthenticationMethod -UserId $UserPrincipalName |
  ForEach-Object { $_.AdditionalProperties['@odata.type'] -replace '#microsoft.graph.', '' } | Group-Object -NoElement

# 2. The last sign-ins: 500121 is a failed second factor, 0 a success.
Get-MgAuditLogSignIn -Filter "userPrincipalName eq '$UserPrincipalName'" -Top 20 |
  Select-Object CreatedDateTime, AppDisplayName, @{ n = 'Error'; e = { $_.Status.ErrorCode } } | Format-Table`,
  },
  afterwards:
    'One sign-in with a code on the corrected phone. If codes still fail, the account was added twice in the app: remove the stale entry.',
}

export const lockOutIntruder: PracticeFix = {
  title: 'End all sessions and reset the password now',
  description:
    'Revoke the user’s sessions and set a password that only he learns, by voice. Then look for what an intruder leaves: inbox rules, forwarding, registered devices. The user is signed out everywhere, on every device. Tell the client’s security contact: this is an incident until proven otherwise.',
  script: {
    language: 'powershell',
    body: `# Needs Microsoft.Graph and ExchangeOnlineManagement, and a role that may reset this user. Signs the user out everywhere.
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param([Parameter(Mandatory)][string]$UserPrincipalName)
$ErrorActionPreference = 'Stop'

Connect-MgGraph -Scopes 'User.ReadWrite.All', 'UserAuthenticationMethod.Read.All', 'User-PasswordProfile.ReadWrite.All' -NoWelcome

# 1. For a synchronised account the password has to be reset in Active Directory first, or it comes back.
$user = Get-MgUser -UserId $UserPrincipalName -Property Id, DisplayName, OnPremisesSyncEnabled
if ($user.OnPremisesSyncEnabled) { Write-Warning 'Synchronised account: reset the password in Active Directory, too.' }

# 2. A new password, asked for here so that it stands in no history, and the end of all sessions.
if ($PSCmdlet.ShouldProcess($UserPrincipalName, 'Reset the password and revoke all sessions')) {
  if (-not $user.OnPremisesSyncEnabled) {
    $secret = Read-Host 'New password' -AsSecureString
    $plain = [System.Net.NetworkCredential]::new('', $secret).Password
    Update-MgUser -UserId $user.Id -PasswordProfile @{ password = $plain; forceChangePasswordNextSignIn = $true }
  }
  Revoke-MgUserSignInSession -UserId $user.Id
}

# 3. What an intruder leaves behind: rules, forwarding, devices. Only listed.
Connect-ExchangeOnline -ShowBanner:$false
Get-InboxRule -Mailbox $UserPrincipalName | Format-Table Name, Enabled, ForwardTo, RedirectTo, DeleteMessage
Get-Mailbox $UserPrincipalName | Format-List ForwardingAddress, ForwardingSmtpAddress, DeliverToMailboxAndForward
Get-MgUserAuthenticationMethod -UserId $user.Id | ForEach-Object { $_.AdditionalProperties['displayName'] }`,
  },
  afterwards:
    'No prompt that nobody asked for within the next day, and no rule or device that the user does not know. Keep the sign-in log: it is evidence.',
}
