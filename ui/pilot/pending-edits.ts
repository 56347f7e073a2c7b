import { batch, createSignal } from 'solid-js'

/**
 * Edits on their way to the server: shown before it has taken them, and gone when it has answered, either way. They reach
 * it one after the other, so that its last answer is the newest.
 */
export function createPendingEdits<Edit>() {
  const [pending, setPending] = createSignal<ReadonlyMap<string, Edit>>(new Map())
  let last: Promise<unknown> = Promise.resolve()
  return {
    /** By what they change; a second edit of the same covers the first. */
    pending,
    /** Resolves when the edits made so far are answered. */
    answered: () => last,
    /** Makes an edit and shows what the server answers. Rejects as `send` does; then everything is as before. */
    async make<Answer>(
      what: string,
      edit: Edit,
      send: () => Promise<Answer>,
      show: (answer: Answer) => void,
    ): Promise<void> {
      setPending((all) => new Map(all).set(what, edit))
      const sent = last.then(send)
      last = sent.catch(() => {})
      const settle = () => setPending((all) => new Map([...all].filter(([, other]) => other !== edit)))
      await sent.then(
        (answer) =>
          batch(() => {
            show(answer)
            settle()
          }),
        (thrown) => {
          settle()
          throw thrown
        },
      )
    },
  }
}
