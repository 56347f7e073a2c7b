import { artifactRoutes } from '../artifacts/routes.ts'
import type { Deps } from '../deps.ts'
import { escalationPackage } from './escalation-package.ts'

/** What a session leaves on its ticket when it is escalated. */
export const escalationPackageRoutes = (deps: Deps) => artifactRoutes(deps, 'escalation-package', escalationPackage)
