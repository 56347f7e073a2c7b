import type { PracticeFix } from '../problem.ts'

export const clearSpooler: PracticeFix = {
  title: 'Empty the blocked print queue and restart the spooler',
  description:
    'Stop the spooler, move the spooled files aside and start it again. All printing through this machine stops for some seconds, and waiting jobs have to be printed again: tell the users first. The files are moved, not deleted.',
  script: {
    language: 'powershell',
    body: String.raw`# Run elevated on the machine that owns the queue. Shows what would be lost first; try it with -WhatIf.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param()
$ErrorActionPreference = 'Stop'

# 1. The jobs that will have to be printed again.
Get-Printer | Get-PrintJob | Format-Table PrinterName, Id, UserName, DocumentName, JobStatus

# 2. Stop, move the spooled files aside, start. The spooler is started again even if moving fails.
$spool = Join-Path $env:windir 'System32\spool\PRINTERS'
$aside = Join-Path $env:ProgramData ('spool-' + (Get-Date -Format 'yyyyMMdd-HHmmss'))
if ($PSCmdlet.ShouldProcess($env:COMPUTERNAME, 'Stop the spooler and empty the queue')) {
  Stop-Service Spooler -Force
  try {
    New-Item -ItemType Directory -Path $aside | Out-Null
    Get-ChildItem $spool -File | Move-Item -Destination $aside
  } finally {
    Start-Service Spooler
  }
  Write-Host "Spooled files: $aside. Delete them once nobody misses a job: they hold print data."
}

Get-Service Spooler | Format-List Status, StartType`,
  },
  afterwards:
    'Print one page from two PCs. If the queue blocks again on the same user or document, it is the driver for that job that needs replacing.',
}

export const reconnectPrinter: PracticeFix = {
  title: 'Bring PC and print server to the same update and reconnect the printer',
  description:
    'Install the current cumulative update on whichever side lacks it, restart it, then remove the printer connection on the PC and add it anew. The script shows the last updates and reconnects; it does not weaken RPC protection.',
  script: {
    language: 'powershell',
    body: String.raw`# Run in the affected user's session on the PC, after both sides have the current cumulative update.
# Example of a connection: \\server\printer
[CmdletBinding(SupportsShouldProcess)]
param([Parameter(Mandatory)][ValidatePattern('^\\\\[^\\]+\\[^\\]+$')][string]$Connection)
$ErrorActionPreference = 'Stop'

# 1. The patch state of this side; run the same line on the print server and compare.
Get-HotFix | Sort-Object InstalledOn -Descending | Select-Object -First 3 HotFixID, Description, InstalledOn

# 2. The server must answer before the connection is taken away.
$server = $Connection.Split('\')[2]
if (-not (Test-NetConnection $server -Port 445 -InformationLevel Quiet)) { throw "$server does not answer on port 445." }

# 3. Remove the old connection, if there is one, and add it anew.
if ($PSCmdlet.ShouldProcess($Connection, 'Reconnect printer')) {
  if (Get-Printer -Name $Connection -ErrorAction SilentlyContinue) { Remove-Printer -Name $Connection }
  Add-Printer -ConnectionName $Connection
}
Get-Printer -Name $Connection -ErrorAction SilentlyContinue | Format-List Name, DriverName, PrinterStatus`,
  },
  afterwards:
    'Print from one PC of each Windows version. If others connect through group policy, a gpupdate and a new logon are enough for them.',
}

export const useTcpPort: PracticeFix = {
  title: 'Move the printer to a standard TCP/IP port with a reserved address',
  description:
    'Reserve the printer’s address in DHCP, create a standard TCP/IP port for it and point the existing queue there. Users keep their printer; jobs that wait on the old port are lost.',
  script: {
    language: 'powershell',
    body: `# Run elevated on the print server (or on the PC that prints directly). Try it with -WhatIf first.
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess)]
param(
  [Parameter(Mandatory)][string]$PrinterName,
  [Parameter(Mandatory)][ipaddress]$Address
)
$ErrorActionPreference = 'Stop'

# 1. The printer must answer at the new address, or nothing is changed.
$printer = Get-Printer -Name $PrinterName
if (-not (Test-NetConnection $Address.IPAddressToString -Port 9100 -InformationLevel Quiet)) {
  throw "Nothing answers at $Address on port 9100."
}

# 2. The port, unless it is there already; then the queue. The old port stays for the way back.
$port = "IP_$Address"
if (-not (Get-PrinterPort -Name $port -ErrorAction SilentlyContinue)) {
  if ($PSCmdlet.ShouldProcess($port, 'Add TCP/IP port')) {
    Add-PrinterPort -Name $port -PrinterHostAddress $Address.IPAddressToString
  }
}
if ($PSCmdlet.ShouldProcess($PrinterName, "Move from $($printer.PortName) to $port")) {
  Set-Printer -Name $PrinterName -PortName $port
  Write-Host "To undo: Set-Printer -Name '$PrinterName' -PortName '$($printer.PortName)'"
}

Get-Printer -Name $PrinterName | Format-List Name, PortName, PrinterStatus, JobCount`,
  },
  afterwards: 'Print a page, then switch the printer off and on: it must come back at the same address.',
}
