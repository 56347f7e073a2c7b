/** Cmdlets that exist and whose use here was read against their documentation, by the module that brings them. */
export const reviewedCommands = new Set(
  `
Core and management: ForEach-Object Where-Object Get-ChildItem Get-CimInstance Get-Date Get-HotFix Get-Item
Get-ItemProperty Get-Process Get-Service Get-WinEvent Join-Path Move-Item New-Item Remove-Item Remove-ItemProperty
Rename-Item Restart-Computer Restart-Service Set-Service Split-Path Start-Process Start-Service Start-Sleep Stop-Service
Test-Connection Test-Path Format-List Format-Table Group-Object Measure-Object Out-Null Read-Host Select-Object
Select-String Sort-Object Write-Host Write-Warning
Appx: Add-AppxPackage Get-AppxPackage
PKI: Test-Certificate
Storage and tasks: Get-Volume Get-ScheduledTask Get-ScheduledTaskInfo
Network: Get-DnsClientServerAddress Set-DnsClientServerAddress Resolve-DnsName Test-NetConnection Get-NetAdapter
Get-NetAdapterPowerManagement Set-NetAdapterPowerManagement Get-NetConnectionProfile Get-NetIPAddress
Get-NetIPConfiguration New-NetFirewallRule Get-VpnConnection
PrintManagement: Add-Printer Add-PrinterPort Get-Printer Get-PrinterPort Get-PrintJob Remove-Printer Set-Printer
DhcpServer: Get-DhcpServerv4Lease Get-DhcpServerv4OptionValue Get-DhcpServerv4Scope Get-DhcpServerv4ScopeStatistics
Set-DhcpServerv4OptionValue Set-DhcpServerv4Scope
DnsServer: Clear-DnsServerCache Get-DnsServerForwarder Set-DnsServerForwarder Get-DnsServerResourceRecord
Get-DnsServerZoneAging Remove-DnsServerResourceRecord
NPS: Export-NpsConfiguration
ActiveDirectory: Get-ADDomain Get-ADRootDSE Get-ADUser Unlock-ADAccount
ExchangeOnlineManagement: Connect-ExchangeOnline Get-CASMailbox Set-CASMailbox Get-InboundConnector Set-InboundConnector
Get-InboxRule Get-Mailbox Get-TransportConfig
Microsoft.Online.SharePoint.PowerShell: Connect-SPOService Get-SPOSite Set-SPOSite
Microsoft.Graph: Connect-MgGraph Get-MgAuditLogSignIn Get-MgUser Update-MgUser Revoke-MgUserSignInSession
Get-MgUserAuthenticationMethod Get-MgUserAuthenticationMicrosoftAuthenticatorMethod
Remove-MgUserAuthenticationMicrosoftAuthenticatorMethod New-MgUserAuthenticationTemporaryAccessPassMethod
`.match(/\b[A-Z][a-z]+-[A-Z]\w+/g),
)
