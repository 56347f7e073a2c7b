import { A } from '@solidjs/router'
import { buttonLook } from '../kit/Button.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Page } from '../shell/Page.tsx'

export function SessionNotFound() {
  return (
    <Page title="No such session">
      <div class="grid place-items-center">
        <EmptyState
          icon="search"
          title="There is no session at this address"
          action={
            <div class="flex flex-wrap justify-center gap-2">
              <A href="/pilot" class={buttonLook({ variant: 'primary' })}>
                Start a new session
              </A>
              <A href="/sessions" class={buttonLook()}>
                All sessions
              </A>
            </div>
          }
        >
          It does not exist, or it belongs to another account.
        </EmptyState>
      </div>
    </Page>
  )
}
