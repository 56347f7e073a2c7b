/** Northbeam IT's connection: what the simulator lets in. */
export const keys = {
  company_id: 'northbeam',
  public_key: 'Qm7dNorthbeamPub1',
  private_key: 'x4TnorthbeamPriv9',
  client_id: '5d1f6a0e-3c4b-4f0e-9a57-8e2b6c1d7f30',
}

/** The member as whom the keys act: `createdBy` of every note that comes over the API. */
export const api_member = { id: 190, identifier: 'FlowPilotAPI', name: 'FlowPilot API' }

export type Settings = {
  /** The first part of the only base path that answers, with its slash. */
  codebase: string
  /** What wrong keys are told; the real one has been seen to say either. */
  wrong_keys_status: 401 | 404
  /** What companyinfo names as the host; the simulator's own by itself. */
  site_url: string | null
}

export const usual_settings: Settings = { codebase: 'v4_6_release/', wrong_keys_status: 401, site_url: null }

export const baseOf = ({ codebase }: Settings) => `/${codebase}apis/3.0`
