import { artifactRoutes } from '../artifacts/routes.ts'
import type { Deps } from '../deps.ts'
import { resolutionNote } from './resolution-note.ts'

/** What a session leaves on its ticket when it is resolved. */
export const resolutionNoteRoutes = (deps: Deps) => artifactRoutes(deps, 'resolution-note', resolutionNote)
