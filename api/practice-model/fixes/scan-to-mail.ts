import type { PracticeFix } from '../problem.ts'

export const allowSmtpAuth: PracticeFix = {
  title: 'Allow SMTP AUTH for the scanner’s mailbox only',
  description:
    'Keep SMTP AUTH off for the tenant and allow it for this one mailbox, with a long password of its own. If security defaults or a Conditional Access policy block legacy authentication, this is not enough: then use a connector instead. Password sign-in for SMTP is being retired, so this buys time.',
  script: {
    language: 'powershell',
    body: `# Needs the ExchangeOnlineManagement module and an Exchange administrator. Try it with -WhatIf first.
[CmdletBinding(SupportsShouldProcess)]
param([Parameter(Mandatory)][string]$Mailbox)
$ErrorActionPreference = 'Stop'

Connect-ExchangeOnline -ShowBanner:$false

# 1. What counts now: the mailbox's own setting, and the tenant's where that is empty.
Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled
$before = Get-CASMailbox -Identity $Mailbox
$before | Format-List PrimarySmtpAddress, SmtpClientAuthenticationDisabled

# 2. Allow it for this mailbox; the tenant's setting stays as it is.
if ($before.SmtpClientAuthenticationDisabled -ne $false) {
  if ($PSCmdlet.ShouldProcess($Mailbox, 'Allow SMTP AUTH')) {
    Set-CASMailbox -Identity $Mailbox -SmtpClientAuthenticationDisabled $false
  }
}

# 3. The result. It can take up to an hour to reach the mail servers.
Get-CASMailbox -Identity $Mailbox | Format-List PrimarySmtpAddress, SmtpClientAuthenticationDisabled`,
  },
  afterwards:
    'Send a test scan after some minutes. If the code is 535 again, set the mailbox’s password anew on the device before you look further.',
}

export const letConnectorKnowAddress: PracticeFix = {
  title: 'Add the office’s new public address to the inbound connector',
  description:
    'Add the present public address to the connector that the device relays through, and to the SPF record. The address must be a fixed one that belongs to this client alone: whoever sends from it may relay. Remove the old one when nothing sends from it any more.',
  script: {
    language: 'powershell',
    body: `# Needs the ExchangeOnlineManagement module and an Exchange administrator. Try it with -WhatIf first.
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory)][string]$Connector,
  [Parameter(Mandatory)][ipaddress]$PublicAddress
)
$ErrorActionPreference = 'Stop'

Connect-ExchangeOnline -ShowBanner:$false

# 1. The connector as it is: it must be enabled, of type OnPremises, and go by address.
$before = Get-InboundConnector -Identity $Connector
$before | Format-List Name, Enabled, ConnectorType, SenderIPAddresses, RequireTls
if ($before.ConnectorType -ne 'OnPremises') { throw 'Only a connector of type OnPremises lets a device relay.' }

# 2. Add the address, unless it is there; the others stay.
$address = $PublicAddress.IPAddressToString
if ($before.SenderIPAddresses -contains $address) { throw "$address is on the connector already." }
if ($PSCmdlet.ShouldProcess($Connector, "Add $address")) {
  Set-InboundConnector -Identity $Connector -SenderIPAddresses (@($before.SenderIPAddresses) + $address)
}

Get-InboundConnector -Identity $Connector | Format-List Name, SenderIPAddresses`,
  },
  afterwards:
    'Send a test scan to an outside address too. Then put the new address into SPF and the old one on the list to be removed.',
}

export const openSmtpPath: PracticeFix = {
  title: 'Open the device’s way to the mail server',
  description:
    'Allow the device’s address, and only that, out to the mail server: TCP 587 for sign-in, TCP 25 for a connector. Made on the firewall; the script tests name resolution and ports from the same VLAN, before and after. A general permission for port 25 is not the answer: spam from an infected PC would use it.',
  script: {
    language: 'powershell',
    body: `# Run on a PC in the device's VLAN. Reads only; the rule itself is made on the firewall.
param([string]$Tenant)

$targets = @(@{ Name = 'smtp.office365.com'; Port = 587 })
if ($Tenant) { $targets += @{ Name = "$Tenant.mail.protection.outlook.com"; Port = 25 } }

foreach ($target in $targets) {
  # The device uses its own DNS setting: compare it with this PC's if the name resolves here and not there.
  $resolved = Resolve-DnsName $target.Name -Type A -ErrorAction SilentlyContinue
  [pscustomobject]@{
    Server    = $target.Name
    Port      = $target.Port
    Resolves  = [bool]$resolved
    Reachable = Test-NetConnection $target.Name -Port $target.Port -InformationLevel Quiet -WarningAction SilentlyContinue
  }
}

Get-NetIPConfiguration | Format-List InterfaceAlias, IPv4Address, IPv4DefaultGateway, DNSServer`,
  },
  afterwards:
    'Send a test scan and see the firewall’s log count the new rule. Then remove any wider rule made for testing.',
}
