import { type Accessor, ErrorBoundary, type JSX, Show, Suspense } from 'solid-js'
import { Button } from './Button.tsx'
import { FailureNote } from './FailureNote.tsx'
import { Skeleton } from './Skeleton.tsx'

type LoadableProps<T> = {
  /** Reads the data; suspends while it loads and throws when it failed, as `createAsync` does. */
  data: Accessor<T | undefined>
  /** Asks for the data again; the error stays on the screen until it is there. */
  onRetry: () => Promise<unknown>
  /** Names what did not load, such as "The sessions". */
  what: string
  /** Says in a sentence why it did not. */
  explain: (error: unknown) => string
  loading?: JSX.Element
  /** On the note that says what went wrong. */
  class?: string
  children: (data: Accessor<T>) => JSX.Element
}

/** Shows what is loaded, and otherwise says that it is loading or what went wrong, with a way to try again. */
export function Loadable<T>(props: LoadableProps<T>) {
  return (
    <ErrorBoundary
      fallback={(error: unknown, reset) => (
        <FailureNote
          class={props.class}
          title={`${props.what} did not load`}
          actions={
            <Button
              small
              icon="refresh"
              onClick={async () => {
                await props.onRetry()
                reset()
              }}
            >
              Try again
            </Button>
          }
        >
          {props.explain(error)}
        </FailureNote>
      )}
    >
      <Suspense
        fallback={props.loading ?? <Skeleton lines={3} class="p-4" label={`${props.what} are on their way…`} />}
      >
        <Show when={props.data()}>{(data) => props.children(data as Accessor<T>)}</Show>
      </Suspense>
    </ErrorBoundary>
  )
}
