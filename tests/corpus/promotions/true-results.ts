import { check, ofKind } from './promotion-case.ts'

/** Facts that say what results of checks say, in their words: they are to be confirmed. */
export const true_results = [
  ...ofKind(
    'check of one line',
    [check('Ping the gateway of the office', 'Request timed out.'), 'The ping to the gateway of the office timed out.'],
    [
      check('Free space on the file server', 'C:\\ 1.2 GB free of 120 GB'),
      'C:\\ on the file server has 1.2 GB free of 120 GB.',
    ],
    [check('Check whether the print spooler is running', 'Stopped'), 'The print spooler is stopped.'],
    [
      check('Look at the certificate of the RDS gateway', 'expired on 2026-11-02'),
      'The certificate of the RDS gateway expired on 2026-11-02.',
    ],
    [check('Uhrzeit des Domänencontrollers prüfen', 'DC02 geht 7 Minuten nach'), 'DC02 geht 7 Minuten nach.'],
  ),
  ...ofKind(
    'check of several lines',
    [
      check(
        'Read the NPS log',
        'Event ID: 6273\nReason Code: 22\nUser: ACME\\jdoe\nClient: RAS-GW1\nThe client could not be authenticated because the EAP type cannot be processed.',
      ),
      'NPS logs reason code 22.',
      'NPS logs event 6273 with reason code 22 for user ACME\\jdoe.',
      'The client could not be authenticated because the EAP type cannot be processed.',
    ],
    [
      check('List the newest updates', 'KB5034441 installed 2026-11-17\nKB5034122 failed 0x80070643'),
      'KB5034122 failed with 0x80070643.',
      'KB5034441 was installed on 2026-11-17.',
    ],
    [
      check(
        'State of the services',
        'Name      Status   StartType\n----      ------   ---------\nSpooler   Stopped  Automatic\nW32Time   Running  Manual',
      ),
      'The Spooler service is stopped.',
      'W32Time is running.',
    ],
    [
      check(
        'Test the mail port',
        'ComputerName     : smtp.acme.example\nRemotePort       : 587\nTcpTestSucceeded : False',
        { command: 'Test-NetConnection smtp.acme.example -Port 587' },
      ),
      'The TCP test to smtp.acme.example on port 587 did not succeed.',
    ],
    [
      check(
        'Ping DC02',
        'Reply from 10.20.0.12: bytes=32 time=1ms\nPackets: Sent = 4, Received = 4, Lost = 0 (0% loss)',
      ),
      'No packets were lost.',
      '4 packets were sent and 4 received.',
    ],
    [
      check('Laufwerke des Servers auflisten', 'C: 3,5 GB frei von 120 GB\nD: 340 GB frei von 500 GB'),
      'C: hat 3,5 GB frei von 120 GB.',
    ],
    [
      check(
        'Look up the account',
        'SamAccountName : dlopez\nEnabled        : True\nLockedOut      : True\nBadLogonCount  : 7',
      ),
      'The account dlopez is locked out.',
      'dlopez is enabled and locked out.',
    ],
    [
      check('Backup jobs of last night', 'Job "Daily FS01": Failed\nJob "Daily SQL01": Success'),
      'The backup job Daily FS01 failed.',
    ],
  ),
  ...ofKind(
    'others',
    [
      check(
        'List the scheduled tasks',
        'TaskName            State    LastRunTime\nNightly Export      Ready    26.11.2026 23:00\nPurge Logs          Disabled 01.09.2026 02:00',
      ),
      'The task Nightly Export last ran on 26.11.2026 at 23:00.',
      'Purge Logs is disabled.',
    ],
    [
      check(
        'Check the disk health',
        'DeviceId FriendlyName   HealthStatus\n-------- ------------   ------------\n0        Samsung SSD    Healthy\n1        WDC WD40       Warning',
      ),
      'The disk WDC WD40 has the health status Warning.',
      'The Samsung SSD is healthy.',
    ],
    [
      check(
        'Resolve the name of the mail server',
        'Server:  dc01.acme.example\nAddress:  10.20.0.11\n\nName:    mail.acme.example\nAddress:  203.0.113.25',
        { command: 'nslookup mail.acme.example' },
      ),
      'mail.acme.example has the address 203.0.113.25.',
    ],
    [
      check(
        'dcdiag',
        '......................... DC01 passed test Connectivity\n......................... DC01 failed test Advertising',
      ),
      'DC01 failed test Advertising.',
      'DC01 passed test Connectivity.',
    ],
    [
      check(
        'Look at the event log of the RDS host',
        'Event 1149 source TerminalServices: user authentication succeeded for ACME\\kmiller\nEvent 40 source TerminalServices: session 3 has been disconnected, reason code 5',
      ),
      'Session 3 was disconnected with reason code 5.',
    ],
    [
      check(
        'What does vssadmin list writers say?',
        "Writer name: 'SqlServerWriter'\n   State: [8] Failed\n   Last error: Non-retryable error\nWriter name: 'System Writer'\n   State: [1] Stable\n   Last error: No error",
        { command: 'vssadmin list writers' },
      ),
      'The SqlServerWriter failed with a non-retryable error.',
      'The System Writer is stable.',
    ],
    [
      check('Lizenzstatus prüfen', 'Lizenzstatus: Benachrichtigung\nVerbleibende Tage: 0'),
      'Der Lizenzstatus ist Benachrichtigung.',
    ],
  ),
]
