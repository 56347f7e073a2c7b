export type Reply = { status: number; headers?: Record<string, string>; body?: unknown; html?: string }

type FieldError = { code: string; message: string; resource: string; field: string }

/** What ends an operation with an error in ConnectWise's own form. */
export class Refusal extends Error {
  readonly reply: Reply
  constructor(reply: Reply) {
    super(JSON.stringify(reply.body))
    this.reply = reply
  }
}

export function errorReply(status: number, code: string, message: string, errors: FieldError[] | null = null): Reply {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: { code, message, errors } }
}

export const refuse = (status: number, code: string, message: string) => new Refusal(errorReply(status, code, message))

/** 400 for one field of what was sent. */
export function refuseField(resource: string, field: string, code: string, message: string) {
  return new Refusal(
    errorReply(400, 'InvalidObject', `${resource} object is invalid`, [{ code, message, resource, field }]),
  )
}

export const notFound = (what: string, id: number) => refuse(404, 'NotFound', `${what} ${id} not found.`)

export function htmlReply(status: number, title: string): Reply {
  return { status, html: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body>${title}</body></html>\n` }
}
