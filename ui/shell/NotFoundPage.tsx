import { A } from '@solidjs/router'
import { buttonLook } from '../kit/Button.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Page } from './Page.tsx'

export default function NotFoundPage() {
  return (
    <Page title="Not found">
      <div class="grid place-items-center">
        <EmptyState
          icon="search"
          title="There is no page at this address"
          action={
            <A href="/" class={buttonLook({ variant: 'primary' })}>
              Go to the dashboard
            </A>
          }
        >
          It may have moved, or the link was cut off.
        </EmptyState>
      </div>
    </Page>
  )
}
