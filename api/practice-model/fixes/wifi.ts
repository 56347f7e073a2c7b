import type { PracticeFix } from '../problem.ts'

export const renewRadiusCertificate: PracticeFix = {
  title: 'Give the Wi-Fi policy a valid RADIUS certificate',
  description:
    'Back NPS up, show which valid server certificates there are, and choose one in the Wi-Fi policy (nps.msc › policy › Constraints › PEAP › Edit). The clients must trust its issuer, and a name pinned in their Wi-Fi profile must match. NPS is restarted: sign-ins fail for some seconds.',
  script: {
    language: 'powershell',
    body: String.raw`# Run elevated on the NPS server. The choice itself is made in the console: no cmdlet edits PEAP's certificate.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param()
$ErrorActionPreference = 'Stop'

# 1. Valid server certificates with a private key, and whether this server itself trusts their chain.
$certificates = Get-ChildItem Cert:\LocalMachine\My | Where-Object {
  $_.HasPrivateKey -and $_.NotAfter -gt (Get-Date) -and $_.EnhancedKeyUsageList.ObjectId -contains '1.3.6.1.5.5.7.3.1'
}
if (-not $certificates) { throw 'There is no valid server certificate here: request one from the client''s CA first.' }
foreach ($certificate in $certificates) {
  [pscustomobject]@{
    Subject  = $certificate.Subject
    Issuer   = $certificate.Issuer
    NotAfter = $certificate.NotAfter
    Trusted  = Test-Certificate -Cert $certificate -Policy SSL -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
  }
}

# 2. A backup for the way back. It holds shared secrets: administrators and SYSTEM only.
$folder = Join-Path $env:ProgramData 'nps-backup'
if ($PSCmdlet.ShouldProcess($folder, 'Back NPS up')) {
  New-Item -ItemType Directory -Path $folder -Force | Out-Null
  icacls $folder /inheritance:r /grant '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-18:(OI)(CI)F' | Out-Null
  Export-NpsConfiguration -Path (Join-Path $folder ('nps-' + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.xml'))
}

# 3. Choose the certificate: Wi-Fi policy > Constraints > Authentication Methods > PEAP > Edit. Then restart NPS.
Start-Process nps.msc
Read-Host 'Press Enter when the certificate is chosen and the policy saved'
if ($PSCmdlet.ShouldProcess('IAS (NPS)', 'Restart service')) { Restart-Service IAS }
Get-Service IAS`,
  },
  afterwards:
    'Join with one company laptop and one phone; event 6272 in the NPS log. Put the new end date into the monitoring, thirty days ahead.',
}

export const enlargeScope: PracticeFix = {
  title: 'Shorten the leases of the Wi-Fi scope and give it more addresses',
  description:
    'Set an eight-hour lease for the Wi-Fi scope and, if wanted, move the end of its range within the subnet. Existing leases run out at their own pace. Check that nothing has a fixed address in the added range.',
  script: {
    language: 'powershell',
    body: `# Run elevated on the DHCP server. Try it with -WhatIf first.
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory)][ipaddress]$ScopeId,
  [timespan]$Lease = '08:00:00',
  [ipaddress]$NewEnd
)
$ErrorActionPreference = 'Stop'

# 1. The scope as it is.
$scope = Get-DhcpServerv4Scope -ScopeId $ScopeId
$scope | Format-List Name, StartRange, EndRange, SubnetMask, LeaseDuration
Get-DhcpServerv4ScopeStatistics -ScopeId $ScopeId | Format-List Free, InUse, PercentageInUse

# 2. A shorter lease.
if ($PSCmdlet.ShouldProcess($scope.Name, "Set lease to $Lease (was $($scope.LeaseDuration))")) {
  Set-DhcpServerv4Scope -ScopeId $ScopeId -LeaseDuration $Lease
}

# 3. A later end of the range. DHCP refuses one outside the subnet; fixed addresses are yours to check.
if ($NewEnd -and $PSCmdlet.ShouldProcess($scope.Name, "Set end of range to $NewEnd (was $($scope.EndRange))")) {
  Set-DhcpServerv4Scope -ScopeId $ScopeId -StartRange $scope.StartRange -EndRange $NewEnd
}

# 4. Who holds leases: many of one vendor or name may be what fills the scope.
Get-DhcpServerv4Lease -ScopeId $ScopeId | Sort-Object LeaseExpiryTime -Descending |
  Select-Object -First 20 IPAddress, HostName, ClientId, LeaseExpiryTime | Format-Table`,
  },
  afterwards:
    'A device that had none gets an address at once when the range grew; otherwise as leases run out. Look at PercentageInUse at the busiest hour tomorrow.',
}

export const steadyAdapter: PracticeFix = {
  title: 'Take power saving from the Wi-Fi adapter and bring its driver up to date',
  description:
    'Stop Windows from switching the Wi-Fi adapter off, and show the driver’s version to compare with the vendor’s. The Wi-Fi drops for some seconds. Try it on one affected laptop for a day before it goes to all of that model.',
  script: {
    language: 'powershell',
    body: `# Run elevated on one affected laptop, on site or by cable: the Wi-Fi drops for some seconds. Try -WhatIf first.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess)]
param()
$ErrorActionPreference = 'Stop'

# 1. The Wi-Fi adapter and its driver: compare the version with the laptop vendor's download page.
$adapter = Get-NetAdapter -Physical | Where-Object PhysicalMediaType -match '802.11' | Select-Object -First 1
if (-not $adapter) { throw 'No Wi-Fi adapter found on this machine.' }
$adapter | Format-List Name, InterfaceDescription, DriverVersion, DriverDate

# 2. Power saving of the adapter.
$power = Get-NetAdapterPowerManagement -Name $adapter.Name
Write-Host "AllowComputerToTurnOffDevice: $($power.AllowComputerToTurnOffDevice)"
if ($power.AllowComputerToTurnOffDevice -eq 'Enabled') {
  if ($PSCmdlet.ShouldProcess($adapter.Name, 'Keep Windows from switching the adapter off')) {
    Set-NetAdapterPowerManagement -Name $adapter.Name -AllowComputerToTurnOffDevice Disabled
    Write-Host "To undo: Set-NetAdapterPowerManagement -Name '$($adapter.Name)' -AllowComputerToTurnOffDevice Enabled"
  }
}

# 3. What happened so far today, to compare with tomorrow (8003: disconnected, with its reason).
$filter = @{ LogName = 'Microsoft-Windows-WLAN-AutoConfig/Operational'; Id = 8003; StartTime = (Get-Date).Date }
Get-WinEvent -FilterHashtable $filter -ErrorAction SilentlyContinue | Format-Table TimeCreated, Message -Wrap`,
  },
  afterwards:
    'Count the 8003 events of one working day before and after. If they go on, install the laptop vendor’s driver (not the newest of the chip maker) on the same machine.',
}
