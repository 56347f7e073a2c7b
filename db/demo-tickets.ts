import type { NoteKinds } from './schema/ticket-notes.ts'

type DemoNote = { id: string; text: string; kinds: NoteKinds; author: string }

/** Tickets of Northbeam's clients, the oldest first, such as the practice model can take apart. */
export const demoTickets = [
  {
    id: 'd3a0c1b2-0001-4c48-8d02-000000048071',
    number: 48071,
    summary: 'C: drive of CPA-FS01 is almost full',
    description:
      'The monitoring warns since Sunday: drive C: of CPA-FS01 has 3 GB free of 120 GB. Nothing new was installed.',
    company: 'Coastline CPA',
    contact: 'Lucia Moreno',
    status_id: 'waiting',
    notes: [],
  },
  {
    id: 'd3a0c1b2-0002-4c48-8d02-000000048088',
    number: 48088,
    summary: 'New phone, Authenticator prompts never arrive',
    description: 'Owen has a new iPhone since Friday. Sign-in asks for a number, and no notification comes.',
    company: 'Harbor Legal',
    contact: 'Owen Pratt',
    status_id: 'closed',
    notes: [
      {
        id: 'd3a0c1b2-0002-4c48-8d02-0000000000a1',
        text: 'Registered the new phone and removed the old one. Owen signed in twice.',
        kinds: ['resolution'],
        author: 'Mara Reyes',
      },
    ],
  },
  {
    id: 'd3a0c1b2-0003-4c48-8d02-000000048102',
    number: 48102,
    summary: 'Backup job fails with VSS timeout',
    description:
      'The nightly backup of HL-SQL01 fails since Tuesday with “VSS writer timed out”. The backups before are fine.',
    company: 'Harbor Legal',
    contact: 'Owen Pratt',
    status_id: 'escalated',
    notes: [
      {
        id: 'd3a0c1b2-0003-4c48-8d02-0000000000a1',
        text: 'SqlServerWriter is in state Failed after each run. A restart of the service helps for one night.',
        kinds: ['internal'],
        author: 'Mara Reyes',
      },
    ],
  },
  {
    id: 'd3a0c1b2-0004-4c48-8d02-000000048120',
    number: 48120,
    summary: 'DC02 replication warning',
    description: 'DC02 reports since the power cut that replication with DC01 failed. Users notice nothing so far.',
    company: 'Coastline CPA',
    contact: 'Lucia Moreno',
    status_id: 'resolved',
    notes: [
      {
        id: 'd3a0c1b2-0004-4c48-8d02-0000000000a1',
        text: 'The clock of DC02 was 9 minutes off. Corrected; replication runs again without errors.',
        kinds: ['resolution'],
        author: 'Mara Reyes',
      },
    ],
  },
  {
    id: 'd3a0c1b2-0005-4c48-8d02-000000048156',
    number: 48156,
    summary: 'Account of the front desk keeps locking out',
    description: 'The account frontdesk is locked every morning. The password was changed two weeks ago.',
    company: 'Acme Dental',
    contact: 'Dana Whitfield',
    status_id: 'in_progress',
    notes: [],
  },
  {
    id: 'd3a0c1b2-0006-4c48-8d02-000000048173',
    number: 48173,
    summary: 'OneDrive stuck on “processing changes”',
    description: 'OneDrive on Lucia’s laptop has been processing changes since yesterday. Two colleagues are fine.',
    company: 'Coastline CPA',
    contact: 'Lucia Moreno',
    status_id: 'new',
    notes: [],
  },
  {
    id: 'd3a0c1b2-0007-4c48-8d02-000000048190',
    number: 48190,
    summary: 'Wi-Fi in the treatment rooms drops',
    description:
      'Tablets in the two treatment rooms at the back lose the Wi-Fi several times a day. The front desk is fine.',
    company: 'Acme Dental',
    contact: 'Dana Whitfield',
    status_id: 'new',
    notes: [],
  },
  {
    id: 'd3a0c1b2-0008-4c48-8d02-000000048197',
    number: 48197,
    summary: 'Outlook asks for password again',
    description:
      'Outlook asks Owen for the password every few minutes, also right after he has entered it. Webmail works.',
    company: 'Harbor Legal',
    contact: 'Owen Pratt',
    status_id: 'in_progress',
    notes: [
      {
        id: 'd3a0c1b2-0008-4c48-8d02-0000000000a1',
        text: 'We are looking into it and call you back this afternoon.',
        kinds: ['discussion'],
        author: 'Mara Reyes',
      },
    ],
  },
  {
    id: 'd3a0c1b2-0009-4c48-8d02-000000048204',
    number: 48204,
    summary: 'Internal names resolve only sometimes',
    description:
      'The time sheet opens by its IP address, but by its name only sometimes. DNS was moved with the new firewall.',
    company: 'Coastline CPA',
    contact: 'Lucia Moreno',
    status_id: 'new',
    notes: [],
  },
  {
    id: 'd3a0c1b2-000a-4c48-8d02-000000048213',
    number: 48213,
    summary: 'VPN drops after MFA prompt',
    description:
      'Since yesterday the VPN connects, users approve the MFA prompt, and about a minute later it drops. Home users are fine.',
    company: 'Acme Dental',
    contact: 'Dana Whitfield',
    status_id: 'in_progress',
    notes: [
      {
        id: 'd3a0c1b2-000a-4c48-8d02-0000000000a1',
        text: 'Called Dana: only in the office.',
        kinds: ['internal'],
        author: 'Mara Reyes',
      },
    ],
  },
  {
    id: 'd3a0c1b2-000b-4c48-8d02-000000048221',
    number: 48221,
    summary: 'Scan-to-email stopped on MFP-2',
    description: 'MFP-2 on the first floor says “Authentication failed” when somebody scans to e-mail. Copying works.',
    company: 'Acme Dental',
    contact: 'Dana Whitfield',
    status_id: 'new',
    notes: [],
  },
  {
    id: 'd3a0c1b2-000c-4c48-8d02-000000048226',
    number: 48226,
    summary: 'Print jobs stay in the queue',
    description:
      'Nothing has come out of the printer in the library since this morning. Three jobs stand in the queue.',
    company: 'Harbor Legal',
    contact: 'Owen Pratt',
    status_id: 'new',
    notes: [],
  },
] satisfies { id: string; notes: DemoNote[]; [column: string]: unknown }[]
