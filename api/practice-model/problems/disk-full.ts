import { capShadowStorage, cleanComponentStore, trimWebLogs } from '../fixes/disk-full.ts'
import { defineProblem, OWN_WORDS, sign } from '../problem.ts'

export const diskFull = defineProblem({
  name: 'disk-full',
  keywords: [
    { like: /\b(?:disk|drive|volume|partition)\b|\bC:/i, weight: 2 },
    { like: /\b(?:full|space|filling|fills|filled|low on|0 bytes|running out)\b/i, weight: 2 },
    { like: /\bdisk space\b|\blow disk\b/i, weight: 1 },
  ],
  opening: {
    prose: `Before anything is deleted: **what grows, and how fast?** A server’s system volume is usually eaten by one of three things that no user ever sees: **logs** that nobody rotates, **shadow copies** without a limit, or Windows’ own **component store and update cache**.

Size by folder finds the first and the last; shadow copies don’t show in folders at all, so ask for them by name.`,
    questions: ['pace', 'role'],
    checks: ['folders', 'shadows'],
  },
  questions: {
    pace: {
      text: 'How did the space go?',
      context: 'The monitoring graph of the volume shows it best.',
      topic: 'How the space went',
      options: {
        'Steadily, over weeks': 'The space went steadily, over weeks',
        'Within hours or a day': 'The space went within hours or a day',
        'In steps, at backup or update time': 'The space went in steps, at backup or update time',
        'Not known': null,
      },
    },
    role: {
      text: 'What does this machine do?',
      topic: 'Role of the machine',
      options: {
        'Web or Exchange server (IIS)': OWN_WORDS,
        'File server with previous versions': 'The machine is a file server with previous versions',
        'Domain controller or general server': 'The machine is a domain controller or general server',
        Workstation: 'The machine is a workstation',
      },
    },
  },
  checks: {
    folders: {
      label: 'Measure the largest folders of the volume',
      command: `Get-ChildItem C:\\, C:\\Windows, C:\\inetpub -Directory -Force -ErrorAction SilentlyContinue | ForEach-Object { [pscustomobject]@{ GB = [math]::Round((Get-ChildItem $_.FullName -Recurse -File -Force -ErrorAction SilentlyContinue | Measure-Object Length -Sum).Sum / 1GB, 1); Folder = $_.FullName } } | Sort-Object GB -Descending | Select-Object -First 15`,
      description: 'Elevated; takes minutes on a busy server. Hard links make WinSxS look larger than it is.',
      topic: 'Largest folders',
      readings: [
        { like: /(\d[\d.,]*)\s+C:\\inetpub\\logs|inetpub/i, fact: 'C:\\inetpub is among the largest folders' },
        { like: /winsxs|softwaredistribution/i, fact: 'WinSxS or SoftwareDistribution is among the largest folders' },
      ],
    },
    shadows: {
      label: 'Ask how much the shadow copies use',
      command: 'vssadmin list shadowstorage',
      description: 'Elevated.',
      topic: 'Shadow copy storage',
      readings: [
        { like: /unbounded/i, fact: 'Shadow copy storage has no limit (UNBOUNDED)' },
        { like: /used shadow copy storage space:\s*([\d.,]+ [TG]B)/i, fact: 'Shadow copies use $1' },
        { like: /no items found|^\s*$/i, fact: 'There is no shadow copy storage on the machine' },
      ],
    },
    store: {
      label: 'Let Windows analyse its component store',
      command: 'Dism.exe /Online /Cleanup-Image /AnalyzeComponentStore',
      description: 'Elevated; reads only.',
      topic: 'Component store',
      readings: [
        { like: /cleanup recommended\s*:\s*yes/i, fact: 'Windows recommends cleaning the component store' },
        { like: /cleanup recommended\s*:\s*no/i, fact: 'Windows sees nothing to clean in the component store' },
      ],
    },
    logs: {
      label: 'See how old and how large the web logs are',
      command: `Get-ChildItem C:\\inetpub\\logs\\LogFiles -Recurse -Filter *.log | Measure-Object Length -Sum | Select-Object Count, @{ n = 'GB'; e = { [math]::Round($_.Sum / 1GB, 1) } }`,
      topic: 'Web logs',
      readings: [{ like: /\b(\d{2,}(?:[.,]\d+)?)\s*(?:GB)?\s*$/i, fact: 'The web logs take $1 GB' }],
    },
  },
  causes: [
    {
      name: 'web logs that nobody rotates',
      signs: [
        sign(3, /inetpub|web logs|iis logs/i, 'folders', 'words'),
        sign(3, /\b\d{2,}(?:[.,]\d+)?\s*(?:GB)?\s*$/i, 'logs'),
        sign(1, /iis/i, 'role'),
        sign(1, /steadily/i, 'pace'),
        sign(-2, /file server|workstation/i, 'role'),
        sign(-3, /cannot find path|does not exist/i, 'logs'),
      ],
      asks: ['logs', 'folders'],
      suspicion:
        'A web or Exchange server that fills steadily points at **IIS logs**: they are never rotated by themselves. Count and age of the files settle it.',
      conclusion:
        '**IIS writes logs and never deletes any**; they are what fills this volume. Thirty days are enough for most clients: move older ones off, and let a task do it from now on.',
      fix: trimWebLogs,
    },
    {
      name: 'shadow copies without a limit',
      signs: [
        sign(4, /unbounded/i, 'shadows', 'words'),
        sign(3, /used shadow copy storage space:\s*(?:\d{2,}[\d.,]* GB|[\d.,]+ TB)/i, 'shadows'),
        sign(1, /previous versions/i, 'role'),
        sign(1, /in steps/i, 'pace'),
        sign(-4, /no items found|^\s*$/i, 'shadows'),
      ],
      asks: ['shadows'],
      suspicion:
        'Growth in steps, without a folder to show for it, leans towards **shadow copies**. `vssadmin` tells their use and their limit.',
      conclusion:
        '**Shadow copies take the space**, and their limit lets them. A cap makes Windows drop the *oldest* copies, so agree with the client how far back “previous versions” must reach, and make sure that the backup is sound.',
      fix: capShadowStorage,
    },
    {
      name: 'the component store and update cache',
      signs: [
        sign(3, /cleanup recommended\s*:\s*yes/i, 'store'),
        sign(2, /winsxs|softwaredistribution/i, 'folders', 'words'),
        sign(1, /in steps/i, 'pace'),
        sign(1, /domain controller|workstation/i, 'role'),
        sign(-4, /cleanup recommended\s*:\s*no/i, 'store'),
      ],
      asks: ['store', 'folders'],
      suspicion:
        'That leans towards **WinSxS and the update cache**, which grow with every cumulative update. Only Windows itself may say how much of it can go.',
      conclusion:
        'The **component store holds superseded updates** that Windows itself recommends to clean. Never delete in `WinSxS` by hand: DISM does it without breaking servicing.',
      fix: cleanComponentStore,
    },
  ],
  exhausted:
    'Logs, shadow copies and the component store are not what fills this volume, as recorded. Other eaters without a script here: a database or its transaction log, dumps in C:\\Windows\\Minidump or MEMORY.DMP, a mail queue, user profiles, or a page file that grew. Sort the largest files next; and if it went within hours, find the process that writes before you free anything.',
})
