import { raiseQuota, renameUnsyncable, resetClient } from '../fixes/onedrive-sync.ts'
import { defineProblem, OWN_WORDS, sign } from '../problem.ts'

export const onedriveSync = defineProblem({
  name: 'onedrive-sync',
  keywords: [
    { like: /\bone ?drive\b/i, weight: 2 },
    { like: /\bsync\w*\b/i, weight: 1 },
    {
      like: /\b(?:stuck|stopp\w*|stop|pending|fail\w*|errors?|not|won['’]?t|can['’]?t|missing|full|forever|red|conflict\w*)\b/i,
      weight: 1,
    },
    { like: /sharepoint (?:library|sync)|files on[- ]demand|processing changes/i, weight: 1 },
  ],
  opening: {
    prose: `OneDrive stops for three kinds of reasons: **one file** it may not or cannot sync (name, length, a lock), **no room** (the quota in the cloud or the disk), or a **client that lost its own database** and processes changes for ever. The icon in the notification area already sorts them: a red cross names files, a yellow warning names room, endless arrows name the client.

Until it syncs, what is on that PC is *only* on that PC: no reset before that is clear.`,
    questions: ['icon', 'scope'],
    checks: ['names', 'room'],
  },
  questions: {
    icon: {
      text: 'What does the OneDrive icon show, and which message comes on a click?',
      topic: 'OneDrive icon',
      options: {
        'Red cross: some items can’t sync': OWN_WORDS,
        'Yellow warning: storage full': OWN_WORDS,
        'Arrows for ever (processing changes)': OWN_WORDS,
        'No icon, or “sign in”': OWN_WORDS,
      },
    },
    scope: {
      text: 'Who has it?',
      topic: 'Who is affected',
      options: {
        'One user, one PC': OWN_WORDS,
        'One user, every device': OWN_WORDS,
        'Everyone in one library': OWN_WORDS,
      },
    },
    web: {
      text: 'Does a new file on the web (onedrive.com) appear on another device?',
      topic: 'Sync of the account elsewhere',
      options: {
        Yes: OWN_WORDS,
        No: OWN_WORDS,
        'Not tested': null,
      },
    },
  },
  checks: {
    names: {
      label: 'Look for names and paths that OneDrive cannot sync',
      command: `Get-ChildItem $env:OneDriveCommercial -Recurse -Force -ErrorAction SilentlyContinue | Where-Object { $_.FullName.Length -gt 400 -or $_.Name -match '^\\s|\\s$|^~\\$|^\\.lock$|_vti_' -or $_.Name -in 'CON', 'PRN', 'AUX', 'NUL' } | Select-Object -First 20 FullName`,
      description: 'In the user’s own session. No output means none found.',
      topic: 'Names that cannot sync',
      readings: [
        { like: /^\s*$|^(?:none|no|nothing)\b/i, fact: 'No name or path was found that OneDrive cannot sync' },
        {
          like: /\\|\b(?:found|too long|invalid|items?|files?)\b/i,
          fact: 'There are names or paths that OneDrive cannot sync',
        },
      ],
    },
    room: {
      label: 'Compare quota in the cloud and space on the disk',
      command: `$user = Read-Host "User, as in the OneDrive address"; Get-SPOSite -IncludePersonalSite $true -Limit All -Filter "Url -like '-my.sharepoint.com/personal/$user'" | Select-Object Url, StorageUsageCurrent, StorageQuota; Get-Volume -DriveLetter C | Select-Object SizeRemaining, Size`,
      description: 'The first after Connect-SPOService (in MB), the second on the PC.',
      topic: 'Room for OneDrive',
      readings: [
        {
          like: /quota[^\n]{0,40}\b(?:full|used up|reached|exceeded)|\b(?:full|over quota|used up)\b/i,
          fact: 'The OneDrive quota is used up',
        },
        { like: /disk[^\n]{0,20}full|0 (?:gb|mb|bytes) free/i, fact: 'The disk of the PC is full' },
        { like: /\b(?:enough|plenty|fine|ok)\b/i, fact: 'There is enough room in the cloud and on the disk' },
      ],
    },
    client: {
      label: 'Read the version and the last start of the client',
      command: `Get-Process OneDrive -ErrorAction SilentlyContinue | Select-Object Id, StartTime, @{ n = 'Version'; e = { $_.FileVersion } }; Get-ChildItem "$env:LOCALAPPDATA\\Microsoft\\OneDrive\\logs\\Business1" -Filter *.odlgz -ErrorAction SilentlyContinue | Sort-Object LastWriteTime -Descending | Select-Object -First 3 Name, LastWriteTime`,
      description: 'In the user’s own session. Say whether it is running, and whether it restarts by itself.',
      topic: 'OneDrive client',
      readings: [
        {
          like: /\b(?:crash\w*|restarts|hangs?|not running|frozen)\b|^\s*$/i,
          fact: 'The OneDrive client crashes, hangs or does not run',
        },
        { like: /\b(?:running|fine|ok|normal)\b/i, fact: 'The OneDrive client is running' },
      ],
    },
    unsynced: {
      label: 'Copy what exists only on this PC to a safe place',
      description:
        'In File Explorer, sort by status: everything with blue arrows or a red cross is not in the cloud. Copy it outside the OneDrive folder and say how much it was.',
      topic: 'Files that are only on this PC',
      readings: [
        {
          like: /\b(?:copied|saved|safe|done|none|nothing)\b/i,
          fact: 'What existed only on the PC is copied to a safe place',
        },
      ],
    },
  },
  causes: [
    {
      name: 'names or paths that OneDrive cannot sync',
      signs: [
        sign(3, /\\|\b(?:found|too long|invalid)\b/i, 'names'),
        sign(2, /red cross|items can['’]t sync|path (?:is )?too long/i, 'icon', 'words'),
        sign(1, /one library/i, 'scope'),
        sign(-4, /^\s*$|^(?:none|no|nothing)\b/i, 'names'),
        sign(-2, /storage full|arrows for ever/i, 'icon'),
      ],
      asks: ['names'],
      suspicion:
        'A red cross leans towards **single files**: leading blanks, reserved names, or a path beyond 400 characters. One of them can hold up a whole folder.',
      conclusion:
        '**Names or paths that the cloud refuses** hold the sync up. Renaming them is safe for their content; long paths come from deep folders, so shorten a folder high up instead of many files.',
      fix: renameUnsyncable,
    },
    {
      name: 'no room left',
      signs: [
        sign(
          3,
          /quota[^\n]{0,40}\b(?:full|used up|reached|exceeded)|\b(?:full|over quota|used up)\b/i,
          'room',
          'words',
        ),
        sign(2, /storage full/i, 'icon'),
        sign(1, /every device/i, 'scope'),
        sign(-4, /\b(?:enough|plenty|fine|ok)\b/i, 'room'),
        sign(-2, /red cross|arrows for ever/i, 'icon'),
      ],
      asks: ['room'],
      suspicion:
        'A storage warning leans towards **the quota**: it counts versions and the recycle bin too. The numbers of cloud and disk decide.',
      conclusion:
        'The **quota is used up**, so the cloud takes nothing more from any device. Raise it as far as the licence allows, or let the user empty the recycle bin; versions of large files are what fills it mostly.',
      fix: raiseQuota,
    },
    {
      name: 'a client with a damaged sync database',
      signs: [
        sign(3, /\b(?:crash\w*|restarts|hangs?|not running|frozen)\b|^\s*$/i, 'client'),
        sign(2, /arrows for ever|processing changes/i, 'icon', 'words'),
        sign(1, /one pc/i, 'scope'),
        sign(1, /^yes/i, 'web'),
        sign(1, /^\s*$|^(?:none|no|nothing)\b/i, 'names'),
        sign(1, /copied|saved|\bsafe\b|^none\b|^nothing\b/i, 'unsynced'),
        sign(-2, /^no\b/i, 'web'),
        sign(-3, /every device|one library/i, 'scope'),
        sign(-3, /storage full/i, 'icon'),
      ],
      asks: ['web', 'client', 'unsynced'],
      suspicion:
        'Changes processed for ever on one PC, while the account syncs elsewhere, lean towards **the client’s own database**. Before a reset, what exists only on that PC must be safe.',
      conclusion:
        'The **client has lost track of its own database** and starts over again and again. A reset rebuilds it without touching files; it takes hours on a large library, and settings such as chosen folders must be set again.',
      fix: resetClient,
    },
  ],
  exhausted:
    'Names, room and the client’s database are cleared by what you recorded. Without a script here: a library over 300,000 items, a file that an application keeps open, a broken permission inheritance in the library, or a proxy in between. The client’s own “View sync problems” names the file; begin with the oldest.',
})
