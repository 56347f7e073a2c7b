import { refuse } from './reply.ts'

export type PatchOperation = { op: 'add' | 'replace' | 'remove'; path: string; value?: unknown }

/** ConnectWise's own kind of PATCH: a list of operations, at the bare names of properties. Throws 400 for anything else. */
export function patchOperations(body: unknown, resource: string): PatchOperation[] {
  if (!Array.isArray(body) || body.length === 0) {
    throw refuse(400, 'InvalidObject', `${resource}: a PATCH is a list of operations`)
  }
  return body.map((each: unknown) => {
    if (isOperation(each)) return each
    throw refuse(400, 'InvalidObject', `${resource}: ${JSON.stringify(each)} is no operation with a bare path`)
  })
}

function isOperation(each: unknown): each is PatchOperation {
  if (typeof each !== 'object' || each === null || !('op' in each) || !('path' in each)) return false
  const { op, path } = each
  return ['add', 'replace', 'remove'].includes(`${op}`) && typeof path === 'string' && /^[a-zA-Z]/.test(path)
}
