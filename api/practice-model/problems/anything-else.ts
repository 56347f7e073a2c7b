import { defineProblem } from '../problem.ts'

export const anythingElse = defineProblem({
  name: 'anything-else',
  keywords: [],
  opening: {
    prose: `I’m the **practice model**, and I have no scripted walk for this one: I won’t guess at a cause. What helps with any ticket is to pin down **who, since when, and the exact words of the error**; the lane has that to start with. With a real model connected, this conversation goes on from the same facts.`,
    questions: ['who', 'since', 'error'],
    checks: ['recent_errors', 'recent_updates'],
  },
  questions: {
    who: {
      text: 'Who is affected, and who in the same place is not?',
      topic: 'Affected',
      options: {
        'One user, one device': 'One user on one device is affected',
        'One user, on every device': 'One user is affected on every device',
        'One site or network': 'One site or network is affected',
        Everyone: 'Everyone is affected',
      },
    },
    since: {
      text: 'Since when, and what changed just before?',
      context: 'Updates, a moved device, a new password, a renewed certificate, a changed licence.',
      topic: 'Since when, and what changed',
    },
    error: {
      text: 'What is the exact error text or code, and where does it appear?',
      topic: 'Error as shown',
    },
  },
  checks: {
    recent_errors: {
      label: 'Read the errors of the last hour on an affected machine',
      command: `Get-WinEvent -FilterHashtable @{ LogName = 'System', 'Application'; Level = 1, 2; StartTime = (Get-Date).AddHours(-1) } -MaxEvents 30 | Format-Table TimeCreated, ProviderName, Id, Message -Wrap`,
      description: 'Reproduce the problem first, so that its errors are the newest.',
      topic: 'Event log',
      readings: [{ like: /no events were found/i, fact: 'The event logs show no error in the last hour' }],
    },
    recent_updates: {
      label: 'List the updates installed last',
      command:
        'Get-HotFix | Sort-Object InstalledOn -Descending | Select-Object -First 10 HotFixID, Description, InstalledOn',
      topic: 'Last updates',
    },
  },
  causes: [],
  exhausted:
    'That is as far as the practice model goes here: it has no scripted causes for this problem, so it names none. The facts are in order for a colleague, for an escalation, or for a real model.',
})
