import { check, ofKind } from './promotion-case.ts'

/** Facts that say more than results of checks, or something else: none is ever to be confirmed. */
export const untrue_results = [
  ...ofKind('addition', [
    check('Ping the gateway', 'Request timed out.'),
    'The gateway timed out and its power supply is defective.',
  ]),
  ...ofKind(
    'negation turned',
    [
      check('Test the mail port', 'ComputerName     : smtp.acme.example\nTcpTestSucceeded : False'),
      'The TCP test to smtp.acme.example succeeded.',
    ],
    [check('Read the log', 'Errors: 0\nWarnings: 3'), 'Errors are in the log.'],
  ),
  ...ofKind(
    'other device, person, number or time',
    [
      check('Replication', 'DC01 passed test Replications\nDC02 failed test Replications'),
      'DC01 failed test Replications.',
    ],
    [
      check(
        'State of the services',
        'Name      Status   StartType\n----      ------   ---------\nSpooler   Stopped  Automatic\nW32Time   Running  Manual',
      ),
      'Spooler is running.',
    ],
    [
      check('Free space', 'Drive  Free   Size\nC:     12 GB  120 GB\nD:     340 GB  500 GB'),
      '120 GB are free on C:.',
      'D: has 12 GB free.',
    ],
  ),
  ...ofKind('joined with a true half', [
    check('Ping DC02', 'Reply from 10.20.0.12: bytes=32 time=1ms'),
    'DC02 replies from 10.20.0.12, so the network is healthy.',
  ]),
  ...ofKind(
    'expected told as result',
    [
      check('Look at the state of the spooler', 'Stopped', {
        description: 'Expected: Running. The startup type should be automatic.',
      }),
      'The spooler is running.',
    ],
    [check('Check whether the print spooler is running', 'Stopped'), 'The print spooler is running.'],
    [check('Compare the time', 'Expected: offset below 1 s\nActual: offset 412 s'), 'The offset is below 1 s.'],
    [
      check('Confirm that the backup of SRV-FS01 succeeded', 'last run 2026-11-20, status warning'),
      'The backup of SRV-FS01 succeeded.',
    ],
  ),
  ...ofKind(
    'others',
    [
      check(
        'List the scheduled tasks',
        'TaskName            State    LastRunTime\nNightly Export      Ready    26.11.2026 23:00\nPurge Logs          Disabled 01.09.2026 02:00',
      ),
      'Nightly Export is disabled.',
      'Purge Logs ran on 26.11.2026 at 23:00.',
    ],
    [
      check(
        'Check the disk health',
        'DeviceId FriendlyName   HealthStatus\n-------- ------------   ------------\n0        Samsung SSD    Healthy\n1        WDC WD40       Warning',
      ),
      'The disk WDC WD40 is healthy.',
      'All disks are healthy.',
    ],
    [
      check(
        'dcdiag',
        '......................... DC01 passed test Connectivity\n......................... DC01 failed test Advertising',
      ),
      'DC01 failed test Connectivity.',
      'DC01 passed test Advertising.',
    ],
    [
      check(
        'What does vssadmin list writers say?',
        "Writer name: 'SqlServerWriter'\n   State: [8] Failed\n   Last error: Non-retryable error\nWriter name: 'System Writer'\n   State: [1] Stable\n   Last error: No error",
      ),
      'The SqlServerWriter is stable.',
      'The System Writer failed.',
    ],
    [check('Is TLS 1.0 disabled on WEB01?', 'False'), 'TLS 1.0 is disabled on WEB01.'],
    [
      check('Make sure that nobody else is logged on', '3 sessions: amueller, bkrause, svc_rdp'),
      'Nobody else is logged on.',
    ],
    [
      check('Ping 10.30.0.1 from the guest VLAN', 'Packets: Sent = 4, Received = 0, Lost = 4 (100% loss)'),
      '4 packets were received.',
      'No packets were lost.',
    ],
    [
      check('Verify the backup', 'Warning: the last backup is 9 days old. The job may have been paused.'),
      'The job has been paused.',
      'The backup is verified.',
    ],
  ),
]
