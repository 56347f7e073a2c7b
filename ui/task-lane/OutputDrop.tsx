import { createSignal, type JSX, Show } from 'solid-js'
import { messageOf } from '../api-problem.ts'
import { droppedOutput } from './dropped-output.ts'

/** Takes text or files that are dropped on what stands in it. */
export function OutputDrop(props: { onOutput: (text: string) => void; children: JSX.Element }) {
  const [over, setOver] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const drop = async (event: DragEvent) => {
    setOver(false)
    if (!event.dataTransfer || staysNative(event)) return
    event.preventDefault()
    setProblem('')
    try {
      const text = await droppedOutput(event.dataTransfer)
      if (text.trim()) props.onOutput(text)
    } catch (thrown) {
      setProblem(thrown instanceof Error ? thrown.message : messageOf(thrown))
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whoever cannot drop pastes, in the field inside
    <div
      class="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-md"
      classList={{ 'outline-2 outline-dashed outline-accent outline-offset-4': over() }}
      onDragOver={(event) => {
        if (staysNative(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      {props.children}
      <Show when={problem()}>
        <p role="alert" class="text-sm text-danger">
          {problem()}
        </p>
      </Show>
    </div>
  )
}

/** Words that are dropped into a field go where they are dropped; a file would replace the page. */
const staysNative = ({ target, dataTransfer }: DragEvent) =>
  target instanceof HTMLTextAreaElement && !dataTransfer?.types.includes('Files')
