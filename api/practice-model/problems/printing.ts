import { clearSpooler, reconnectPrinter, useTcpPort } from '../fixes/printing.ts'
import { defineProblem, OWN_WORDS, sign } from '../problem.ts'

export const printing = defineProblem({
  name: 'printing',
  keywords: [
    { like: /\bprint(?:er|ers|ing|s|ed)?\b|\bspooler\b|print queue/i, weight: 2 },
    {
      like: /\b(?:stuck|offline|fail\w*|won['’]?t|doesn['’]?t|can['’]?t|cannot|stopp?\w*|nothing|nobody|error|not (?:print\w*|work\w*)|crash\w*|queue)\b|0x0000011b|0x00000709/i,
      weight: 1,
    },
    { like: /\bspooler\b|print server|print queue|0x0000011b|0x00000709/i, weight: 1 },
  ],
  opening: {
    prose: `Printing breaks in three places, and each leaves another trace: the **spooler** (jobs pile up, one bad job blocks the rest), the **connection to the print server** (an error code when the printer is added or opened), or the **port** (the printer shows offline while others reach it).

So: who is affected, what the queue says, and whether the printer answers on the network at all.`,
    questions: ['scope', 'seen'],
    checks: ['queue', 'reach'],
  },
  questions: {
    scope: {
      text: 'Who cannot print, and to what?',
      topic: 'Who cannot print',
      options: {
        'One PC, every printer': OWN_WORDS,
        'Everyone, one printer': OWN_WORDS,
        'Everyone on the print server': OWN_WORDS,
        'Some PCs, one printer': 'Some PCs cannot print to one printer; others can',
      },
    },
    seen: {
      text: 'What does the user see?',
      topic: 'What the user sees',
      options: {
        'Jobs stay in the queue': 'Jobs stay in the queue',
        'Printer shows offline': 'The printer shows as offline',
        'Error 0x0000011b or 0x00000709': OWN_WORDS,
        'Other error': null,
      },
    },
    updated: {
      text: 'Which of the two was patched last, the PC or the print server?',
      context: 'Compare winver or the last cumulative update on both.',
      topic: 'Patch state of PC and print server',
      options: {
        'Only one of them': OWN_WORDS,
        'Both are current': 'PC and print server both have the current update',
        'Not tested': null,
      },
    },
  },
  checks: {
    queue: {
      label: 'Look at the queue and the spooler',
      command: `Get-Service Spooler | Format-List Status, StartType; Get-Printer | Get-PrintJob | Sort-Object SubmittedTime | Format-Table PrinterName, Id, DocumentName, JobStatus, SubmittedTime`,
      description: 'On the print server, or on the PC for a local printer.',
      topic: 'Print queue',
      readings: [
        {
          like: /status\s*:\s*stopped|spooler (?:is |was |keeps? )?(?:stopp\w+|crash\w+)/i,
          fact: 'The print spooler is stopped',
        },
        {
          like: /JobStatus.*error|\berror, |deleting|blocked|retained/i,
          fact: 'A job in the queue is in an error state',
        },
        { like: /^\s*$|(?:no jobs|queue is empty)/i, fact: 'The queue is empty' },
      ],
    },
    reach: {
      label: 'See whether the printer answers on its raw port',
      command: 'Test-NetConnection (Read-Host "Address of the printer") -Port 9100',
      description:
        'From the print server, or from a PC that prints directly. Take the address from the printer’s own panel.',
      topic: 'Printer on the network',
      readings: [
        {
          like: /TcpTestSucceeded\s*:\s*True|^(?:yes|it answers|succeeded)/i,
          fact: 'The printer answers on port 9100',
        },
        {
          like: /TcpTestSucceeded\s*:\s*False|^(?:no|fails|failed|timed out)/i,
          fact: 'The printer does not answer on port 9100',
        },
      ],
    },
    port: {
      label: 'Compare the printer’s port with its address',
      command:
        'Get-Printer | Format-Table Name, PortName, PrinterStatus; Get-PrinterPort | Format-Table Name, Description, PrinterHostAddress',
      description: 'The address of the port must be what the printer’s panel shows. WSD ports lose their printer.',
      topic: 'Printer port',
      readings: [
        { like: /\bWSD\b/, fact: 'The printer is on a WSD port' },
        {
          like: /(?:different|wrong|old|other) (?:address|ip)|does(?:n['’]t| not) match/i,
          fact: 'The port’s address is not the printer’s address',
        },
        { like: /same (?:address|ip)|\bmatch(?:es)?\b/i, fact: 'The port’s address is the printer’s address' },
      ],
    },
    events: {
      label: 'Read the print service’s own log',
      command:
        'Get-WinEvent -LogName Microsoft-Windows-PrintService/Admin -MaxEvents 20 | Format-Table TimeCreated, Id, Message -Wrap',
      topic: 'Print service log',
      readings: [
        { like: /0x0*(11b|709)\b/i, fact: 'The print service logs error 0x$1' },
        {
          like: /\bId\s*:?\s*372\b|failed to print|\b372\b/i,
          fact: 'The print service logs event 372: a document failed to print',
        },
      ],
    },
  },
  causes: [
    {
      name: 'a blocked spooler',
      signs: [
        sign(3, /status\s*:\s*stopped|JobStatus.*error|\berror\b|deleting|blocked|retained/i, 'queue'),
        sign(3, /spooler (?:is |was |keeps? )?(?:stopp\w+|crash\w+)/i, 'queue', 'words'),
        sign(2, /jobs stay|stuck/i, 'seen', 'words'),
        sign(1, /everyone on the print server|one pc, every/i, 'scope'),
        sign(1, /\b372\b|failed to print/i, 'events'),
        sign(1, /TcpTestSucceeded\s*:\s*True|^(?:yes|it answers)/i, 'reach'),
        sign(-3, /^\s*$|no jobs|queue is empty/i, 'queue'),
        sign(-3, /0x0*(?:11b|709)/i, 'seen', 'events'),
      ],
      asks: ['queue', 'events'],
      suspicion:
        'Jobs that pile up lean towards the **spooler**: one damaged job at the head blocks everything behind it. The state of the oldest job would show it.',
      conclusion:
        'The **spooler is blocked**: the oldest job cannot be printed and cannot be deleted, so nothing behind it moves. Emptying the spool folder with the service stopped is safe for the printers, but *every waiting job is lost*.',
      fix: clearSpooler,
    },
    {
      name: 'the RPC hardening between PC and print server',
      signs: [
        sign(3, /0x0*(?:11b|709)\b/i, 'seen', 'events', 'words'),
        sign(2, /only one of them/i, 'updated'),
        sign(1, /some pcs/i, 'scope'),
        sign(-2, /everyone, one printer/i, 'scope'),
        sign(-2, /printer shows offline/i, 'seen'),
      ],
      asks: ['updated', 'events'],
      suspicion:
        'Those codes come **from the connection to the print server**, not from the printer: since the print hardening updates, PC and server must agree on RPC protection. Their patch states decide.',
      conclusion:
        'PC and print server **do not agree on the protected RPC connection** that Windows has required since the print hardening updates. Bring both to the same update and connect the printer anew. Switching `RpcAuthnLevelPrivacyEnabled` off would make it print and reopen the hole.',
      fix: reconnectPrinter,
    },
    {
      name: 'a port that has lost its printer',
      signs: [
        sign(3, /\bWSD\b|(?:different|wrong|old|other) (?:address|ip)|does(?:n['’]t| not) match/i, 'port', 'words'),
        sign(1, /offline/i, 'seen', 'words'),
        sign(1, /everyone, one printer/i, 'scope'),
        sign(1, /TcpTestSucceeded\s*:\s*True|^(?:yes|it answers|succeeded)/i, 'reach'),
        sign(-3, /same (?:address|ip)/i, 'port'),
        sign(-3, /0x0*(?:11b|709)/i, 'seen', 'events'),
      ],
      asks: ['port', 'reach'],
      suspicion:
        'Offline for everyone, on one printer, leans towards its **port**: a new DHCP address or a WSD port that lost its device. Compare the port’s address with the printer’s panel.',
      conclusion:
        'The printer is alive, but its **queue talks to the wrong place**. A standard TCP/IP port with a reserved address ends that for good; the queue, its name and its permissions stay.',
      fix: useTcpPort,
    },
  ],
  exhausted:
    'The spooler, the connection to the print server and the port are all cleared by what you recorded. Left over, and without a script here: a driver that fails on one document type, a finisher option the driver waits for, or the device itself. Print a test page from the printer’s panel, then a plain text file: that splits device from driver.',
})
