import { ApiProblem, messageOf } from '../api-problem.ts'
import { Button } from '../kit/Button.tsx'
import { FailureNote } from '../kit/FailureNote.tsx'
import { Page, PageBody } from './Page.tsx'

/** Stands in for a page that could not be drawn or fetched; the sidebar beside it still works. */
export function PageFailure(props: { error: unknown }) {
  if (!(props.error instanceof ApiProblem)) console.error(props.error)
  return (
    <Page title="FlowPilot">
      <PageBody>
        <FailureNote
          title="This page did not open"
          actions={
            <Button small icon="refresh" onClick={() => location.reload()}>
              Load it again
            </Button>
          }
        >
          {messageOf(props.error)}
        </FailureNote>
      </PageBody>
    </Page>
  )
}
