import { makeRoomForSnapshots, restartFailedWriters, separateBackupProducts } from '../fixes/backup-vss.ts'
import { defineProblem, OWN_WORDS, sign } from '../problem.ts'

export const backupVss = defineProblem({
  name: 'backup-vss',
  keywords: [
    { like: /\bbackups?\b|\bveeam\b|\bdatto\b|\bacronis\b|windows server backup/i, weight: 1 },
    { like: /\bvss\b|shadow cop(?:y|ies)|\bsnapshots?\b|\bwriters?\b|0x800423\w\w/i, weight: 2 },
    { like: /\b(?:fail\w*|error|timeout|timed out|hangs?|stuck|warning)\b/i, weight: 1 },
  ],
  opening: {
    prose: `A VSS failure is a chain of three: the **requester** (the backup product) asks, the **writers** freeze their data, the **provider** takes the snapshot within seconds. The error tells which link broke: a *failed or timed-out writer*, *no room for the snapshot*, or *two products* that hold the chain at the same time.

The writers’ state is only true right after a failure, so ask for it before anything is restarted.`,
    questions: ['error', 'others'],
    checks: ['writers', 'storage'],
  },
  questions: {
    error: {
      text: 'Which VSS error does the backup job report?',
      topic: 'Error of the backup job',
      options: {
        'Writer failed or timed out (0x800423F2, 0x800423F4)':
          'The backup job reports a failed or timed-out VSS writer',
        'Insufficient storage (0x8004231F)': OWN_WORDS,
        'Another snapshot in progress (0x80042316)':
          'The backup job reports that another snapshot is in progress (0x80042316)',
        'Other or none': null,
      },
    },
    others: {
      text: 'Does anything else take snapshots of this machine?',
      context: 'A second backup product, an old agent, the hypervisor, scheduled “previous versions”.',
      topic: 'Other snapshots of this machine',
      options: {
        'Yes, at about the same time': OWN_WORDS,
        'Yes, at other times': OWN_WORDS,
        No: 'Nothing else takes snapshots of the machine',
      },
    },
    load: {
      text: 'What runs on the machine while the backup starts?',
      topic: 'Running while the backup starts',
      options: {
        'Database jobs, antivirus scan or updates':
          'Database jobs, an antivirus scan or updates run when the backup starts',
        'Nothing special': 'Nothing special runs when the backup starts',
        'Not known': null,
      },
    },
  },
  checks: {
    writers: {
      label: 'List the VSS writers and their last errors',
      command: 'vssadmin list writers',
      description: 'Elevated, right after a failed job and before any restart.',
      topic: 'VSS writers',
      readings: [
        {
          like: /Writer name: '([^']+)'(?:(?!Writer name)[\s\S])*?(?:Timed out|Failed|Retryable|Non-retryable)/i,
          fact: 'The VSS writer “$1” is in a failed state',
        },
        { like: /timed out|failed|retryable error/i, fact: 'A VSS writer is in a failed state' },
        { like: /stable|no error/i, fact: 'All VSS writers are stable' },
      ],
    },
    storage: {
      label: 'See the room for shadow copies and on the volumes',
      command:
        'vssadmin list shadowstorage; Get-Volume | Format-Table DriveLetter, FileSystemLabel, SizeRemaining, Size',
      description: 'Elevated. Mind the small System Reserved or EFI partition too.',
      topic: 'Room for shadow copies',
      readings: [
        {
          like: /\b(?:too small|no (?:room|space)|(?:is|nearly|almost) full|not enough)\b/i,
          fact: 'There is too little room for shadow copies',
        },
        {
          like: /maximum shadow copy storage space:\s*([\d.,]+ [KMG]B \(\d%\))/i,
          fact: 'Shadow copies are limited to $1',
        },
        { like: /\b(?:enough|plenty|fine|ok)\b/i, fact: 'There is enough room for shadow copies' },
      ],
    },
    providers: {
      label: 'List the VSS providers and the backup agents',
      command: `vssadmin list providers; Get-Service | Where-Object DisplayName -match 'backup|veeam|acronis|datto|shadow|replica' | Format-Table Status, Name, DisplayName`,
      description: 'Elevated. One provider of Microsoft is normal; others belong to an agent, in use or left behind.',
      topic: 'VSS providers and agents',
      readings: [
        {
          like: /\b(?:two|second|other|old|left[- ]?over|third-party)\b[^\n]{0,40}\b(?:provider|agent|product)|(?:acronis|veeam|datto|shadowprotect)[\s\S]*(?:acronis|veeam|datto|shadowprotect)/i,
          fact: 'More than one backup agent or VSS provider is installed',
        },
        { like: /only microsoft|one (?:provider|agent)/i, fact: 'Only one backup agent or VSS provider is installed' },
      ],
    },
    vss_events: {
      label: 'Read the VSS and volume events around the failure',
      command: `Get-WinEvent -FilterHashtable @{ LogName = 'Application', 'System'; ProviderName = 'VSS', 'volsnap'; StartTime = (Get-Date).AddDays(-1) } | Format-Table TimeCreated, ProviderName, Id, Message -Wrap`,
      topic: 'VSS events',
      readings: [
        {
          like: /\bvolsnap\b[\s\S]{0,20}\b(?:25|35|36)\b/i,
          fact: 'volsnap logs that shadow copies were dropped for lack of room',
        },
        { like: /\b(?:12289|12293|8193|8194|8229)\b/, fact: 'VSS logs errors around the failure' },
      ],
    },
  },
  causes: [
    {
      name: 'a failed VSS writer',
      signs: [
        sign(3, /timed out|\bfailed\b|retryable error/i, 'writers'),
        sign(2, /writer failed|0x800423f[0-4]/i, 'error', 'words'),
        sign(1, /database jobs|antivirus/i, 'load'),
        sign(-4, /^(?![\s\S]*(?:timed out|failed|retryable))[\s\S]*(?:stable|no error)/i, 'writers'),
        sign(-2, /0x8004231f|0x80042316/i, 'error'),
      ],
      asks: ['writers', 'load'],
      suspicion:
        'That leans towards **one writer that failed**: it had sixty seconds to freeze and did not make it, and it stays failed until its service is restarted. `vssadmin list writers` names it.',
      conclusion:
        'A **VSS writer is in a failed state and stays there** until its service restarts. A restart of that one service is enough, mostly no reboot; but something made it too slow, so look at what runs at that time.',
      fix: restartFailedWriters,
    },
    {
      name: 'no room for the snapshot',
      signs: [
        sign(3, /\b(?:too small|no (?:room|space)|(?:is|nearly|almost) full|not enough)\b/i, 'storage'),
        sign(3, /0x8004231f|insufficient storage/i, 'error', 'words'),
        sign(2, /volsnap[\s\S]{0,20}\b(?:25|35|36)\b/i, 'vss_events'),
        sign(1, /maximum shadow copy storage space:\s*[\d.,]+ [KMG]B \(\d%\)/i, 'storage'),
        sign(-3, /\b(?:enough|plenty|fine|ok)\b/i, 'storage'),
        sign(-2, /0x80042316|writer failed/i, 'error'),
      ],
      asks: ['storage', 'vss_events'],
      suspicion:
        '0x8004231F means that **the snapshot found no room**: the volume or the limit for shadow copies is too small, sometimes only on the little system partition.',
      conclusion:
        'The **snapshot has no room to record what changes** while the backup runs, so Windows drops it. Give shadow storage a sane limit on a volume with space; nothing has to be deleted for that.',
      fix: makeRoomForSnapshots,
    },
    {
      name: 'two products that take snapshots at once',
      signs: [
        sign(
          3,
          /\b(?:two|second|other|old|left[- ]?over|third-party)\b[^\n]{0,40}\b(?:provider|agent|product)|(?:acronis|veeam|datto|shadowprotect)[\s\S]*(?:acronis|veeam|datto|shadowprotect)/i,
          'providers',
        ),
        sign(2, /0x80042316|another snapshot/i, 'error', 'words'),
        sign(2, /same time/i, 'others'),
        sign(-3, /only microsoft|one (?:provider|agent)/i, 'providers'),
        sign(-2, /^no\b/i, 'others'),
      ],
      asks: ['providers', 'others'],
      suspicion:
        'Another snapshot in progress leans towards **two products in one chain**: only one snapshot can be made at a time. Which agents and providers are there?',
      conclusion:
        '**Two products want the snapshot at the same time**, and the later one loses. Keep one of them; if both are wanted, their windows must not touch.',
      fix: separateBackupProducts,
    },
  ],
  exhausted:
    'Writers, room and competing products are cleared by what you recorded. Without a script here: slow storage at that hour, a damaged COM+ registration, or the product’s own transport. Take a snapshot by hand with diskshadow while nothing else runs: if that works, the trouble is the schedule or the product, and its vendor’s log is next.',
})
