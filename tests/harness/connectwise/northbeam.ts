import { northbeam } from '../world.ts'
import { api_member, usual_settings } from './connection.ts'
import { addNote } from './happenings.ts'
import { makeBoard, makeTicket } from './makers.ts'
import type { Company, Contact, Member, Priority } from './records.ts'
import { timestamp, type World } from './world.ts'

/** The ConnectWise of Northbeam IT: its two boards, its three clients and five of their tickets. */
export function northbeamWorld(): World {
  const companies = northbeam.clients.map(company)
  const world: World = {
    settings: { ...usual_settings },
    boards: [],
    statuses: [],
    priorities,
    companies,
    sites: companies.map(({ id, identifier, name, city }) => {
      return { id: id + 100, name: 'Main', city, primaryAddressFlag: true, company: { id, identifier, name } }
    }),
    contacts: companies.flatMap(contactsOf),
    members: [member(150, 'mreyes', northbeam.engineer, 'F'), member(api_member.id, api_member.identifier, '', 'X')],
    configurations: companies.map(device),
    tickets: [],
    notes: [],
    time_entries: [],
    ticket_configurations: [],
    mailing_tickets: [],
    unlisted_until: new Map(),
    due: [],
    faults: [],
    requests: [],
    mails: [],
    history: [],
  }
  makeBoard(world, { name: 'Service Desk', statuses: service_desk })
  makeBoard(world, { name: 'Projects', statuses: projects })
  for (const ticket of tickets) makeTicket(world, ticket)
  world.ticket_configurations = [{ ticket_id: 48213, configuration_id: 701 }]
  addNote(world, 48213, { text: 'Called Dana: only in the office.', internalAnalysisFlag: true }, 'somebody')
  world.history = []
  return world
}

// A name says nothing: `Closed – pending review` is open, and what is closed is named otherwise.
const service_desk = [
  { name: 'New', default: true },
  { name: 'In Progress' },
  { name: 'Waiting Customer' },
  { name: 'Escalated to L2' },
  { name: 'Closed – pending review' },
  { name: 'Resolved', closed: true },
  { name: '>Closed', closed: true },
  { name: '>Cancelled', closed: true },
  { name: 'Old: do not use', inactive: true },
]
const projects = [
  { name: 'Open', default: true },
  { name: 'Escalated' },
  { name: 'Done', closed: true },
  { name: 'Dropped', closed: true },
]

const tickets = [
  {
    id: 48213,
    summary: 'VPN drops after MFA prompt',
    company: 'Acme Dental',
    status: 'In Progress',
    description: 'Since yesterday the VPN connects, users approve the MFA prompt, and about a minute later it drops.',
  },
  { id: 48221, summary: 'Scan-to-email stopped on MFP-2', company: 'Acme Dental' },
  { id: 48197, summary: 'Outlook asks for password again', company: 'Harbor Legal', status: 'Waiting Customer' },
  { id: 48120, summary: 'DC02 replication warning', company: 'Coastline CPA', status: 'Resolved' },
  { id: 48102, summary: 'Backup job fails with VSS timeout', company: 'Harbor Legal', board: 'Projects' },
]

function company(name: string, index: number): Company {
  const contact = people[index] ?? ''
  return {
    id: 250 + index,
    identifier: name.replaceAll(' ', ''),
    name,
    status: { id: 1, name: 'Active' },
    addressLine1: `${index + 1} Harbor Street`,
    city: 'Portland',
    phoneNumber: `50355501${index}0`,
    deletedFlag: false,
    defaultContact: { id: 400 + index, name: contact },
  }
}

const people = ['Dana Whitfield', 'Owen Pratt', 'Lucia Moreno']

function contactsOf({ id, identifier, name }: Company, index: number): Contact[] {
  const [firstName = '', lastName = ''] = people[index]?.split(' ') ?? []
  const value = `${firstName}.${lastName}@${identifier}.test`.toLowerCase()
  const mail = { id: 600 + index, type: { id: 1, name: 'Email' }, value, defaultFlag: true }
  return [
    {
      id: 400 + index,
      firstName,
      lastName,
      company: { id, identifier, name },
      title: 'Office manager',
      inactiveFlag: false,
      portalPassword: `portal-password-${index}`,
      defaultPhoneNbr: `50355502${index}0`,
      communicationItems: [{ ...mail, communicationType: 'Email' }],
    },
  ]
}

function device({ id, identifier, name }: Company, index: number) {
  const question = { questionId: index + 1, question: 'Local administrator’s password' }
  return {
    id: 701 + index,
    name: `${identifier.slice(0, 4).toUpperCase()}-NPS01`,
    type: { id: 3, name: 'Server' },
    status: { id: 1, name: 'Active' },
    company: { id, identifier, name },
    deviceIdentifier: `device-${index + 1}`,
    ipAddress: `10.${20 + index}.0.10`,
    osType: 'Windows Server 2025',
    lastLoginName: `${identifier.toLowerCase()}\\administrator`,
    activeFlag: true,
    questions: [{ ...question, answer: `device-password-${index}`, fieldType: 'Password' as const }],
  }
}

function member(id: number, identifier: string, name: string, licenseClass: Member['licenseClass']): Member {
  const [firstName = '', lastName = ''] = name === '' ? api_member.name.split(' ') : name.split(' ')
  return {
    id,
    identifier,
    firstName,
    lastName,
    licenseClass,
    hireDate: timestamp(Date.UTC(2021, 3, 1)),
    officeEmail: `${identifier}@northbeam.test`,
    defaultEmail: 'Office',
    defaultPhone: 'Office',
    inactiveFlag: false,
    securityRole: { id: 63, name: 'Service Technician' },
  }
}

const priorities: Priority[] = [
  { id: 6, name: 'Priority 1 - Emergency', color: 'Red', sortOrder: 1, defaultFlag: false, level: 'Critical' },
  { id: 8, name: 'Priority 3 - Normal', color: 'Yellow', sortOrder: 3, defaultFlag: true, level: 'Medium' },
]
