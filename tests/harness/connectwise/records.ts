// What ConnectWise sends, in its own spelling. A reference that is not set is left out, as ConnectWise leaves it out.

export type Reference = { id: number; name: string }
export type NamedReference = Reference & { identifier: string }

/** All values are words. */
type Info = { [key: string]: string }

export type Board = {
  id: number
  name: string
  location: Reference
  department: NamedReference
  inactiveFlag: boolean
  projectFlag: boolean
}

export type BoardStatus = {
  id: number
  name: string
  board: Reference
  sortOrder: number
  displayOnBoard: boolean
  inactive: boolean
  /** Whether a ticket in it is closed: the name says nothing about that. */
  closedStatus: boolean
  timeEntryNotAllowed: boolean
  defaultFlag: boolean
  escalationStatus: 'NotResponded' | 'Responded' | 'ResolutionPlan' | 'Resolved' | 'NoEscalation'
  customerPortalFlag: boolean
}

export type Ticket = {
  id: number
  summary: string
  recordType: 'ServiceTicket'
  board: Reference
  status: Reference & { sort: number }
  company: NamedReference
  site?: Reference
  contact?: Reference
  contactName?: string
  contactEmailAddress?: string
  priority: Reference & { sort: number; level: string }
  owner?: NamedReference
  closedFlag: boolean
  closedDate?: string
  closedBy?: string
  customerUpdatedFlag: boolean
  automaticEmailContactFlag: boolean
  _info: Info
}

export type NoteFlags = {
  /** The discussion, which the customer reads. */
  detailDescriptionFlag: boolean
  internalAnalysisFlag: boolean
  /** The Resolution tab, which the customer reads. */
  resolutionFlag: boolean
  processNotifications: boolean
  customerUpdatedFlag: boolean
}

export type Note = NoteFlags & {
  id: number
  ticketId: number
  text: string
  issueFlag: boolean
  internalFlag: boolean
  externalFlag: boolean
  member?: NamedReference
  contact?: Reference
  dateCreated: string
  createdBy: string
  _info: Info
}

export type Company = {
  id: number
  identifier: string
  name: string
  status: Reference
  addressLine1: string
  city: string
  phoneNumber: string
  deletedFlag: boolean
  defaultContact?: Reference
}

export type Site = { id: number; name: string; city: string; primaryAddressFlag: boolean; company: NamedReference }

export type Contact = {
  id: number
  firstName: string
  lastName: string
  company: NamedReference
  title: string
  inactiveFlag: boolean
  /** ConnectWise sends it to whoever does not say which fields are wanted. */
  portalPassword: string
  defaultPhoneNbr: string
  communicationItems: { id: number; type: Reference; value: string; defaultFlag: boolean; communicationType: 'Email' }[]
}

export type Member = {
  id: number
  identifier: string
  firstName: string
  lastName: string
  licenseClass: 'A' | 'F' | 'X'
  hireDate: string
  officeEmail: string
  defaultEmail: 'Office'
  defaultPhone: 'Office'
  inactiveFlag: boolean
  securityRole: Reference
}

export type Priority = {
  id: number
  name: string
  color: string
  sortOrder: number
  defaultFlag: boolean
  level: 'Critical' | 'High' | 'Medium' | 'Low'
}

export type Configuration = {
  id: number
  name: string
  type: Reference
  status: Reference
  company: NamedReference
  contact?: Reference
  deviceIdentifier: string
  ipAddress: string
  osType: string
  lastLoginName: string
  activeFlag: boolean
  /** What the MSP notes about a device, passwords among it. */
  questions: { questionId: number; question: string; answer: string; fieldType: 'Text' | 'Password' }[]
}

export type TimeEntry = {
  id: number
  timeStart: string
  timeEnd?: string
  chargeToId?: number
  chargeToType?: string
  notes?: string
  member: NamedReference
  company?: NamedReference
  ticket?: { id: number; summary: string }
  dateEntered: string
  enteredBy: string
  status: 'Open'
}
