import { api_member } from '../../harness/connectwise/connection.ts'
import type { Note } from '../../harness/connectwise/records.ts'

/** The notes that FlowPilot posted. */
export const ourNotes = (notes: Note[]): Note[] => notes.filter(({ createdBy }) => createdBy === api_member.identifier)
